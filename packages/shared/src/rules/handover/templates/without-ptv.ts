import type { OwnerRole, TaskTemplate } from '../task.js';

/** There is nobody to match and nobody who could come: the recorded story takes the place of the visit. */
const GONE: readonly string[] = ['assign_ptv', 'ptv_visit', 'ptvs_for_both'];

/** These happen in the room, and the clinician is in it. */
const IN_THE_ROOM: readonly string[] = ['choose_route', 'roles_agreed', 'online_host', 'tech_rehearsal'];

const recordedStory: TaskTemplate = {
  key: 'recorded_story',
  title: 'Play the recorded story of a volunteer',
  why: 'No volunteer could come. A true story still shows what is possible.',
  ownerRole: 'clinician',
  anchor: 'last-session',
  dueOffsetDays: -7,
  doneWhen: 'You played it in a session and took questions.',
  blocking: false,
  closedBy: 'person',
  asks: [{ kind: 'day' }],
};

/** What `withoutPtv` brings into a list. */
export const withoutPtvTasks: readonly TaskTemplate[] = [recordedStory];

/**
 * Any list when no volunteer could be found. All that a volunteer would have done outside the room goes to the volunteer
 * lead, also the calls after the sign-off: by then the clinician has let go.
 */
export function withoutPtv(tasks: readonly TaskTemplate[]): readonly TaskTemplate[] {
  const kept = tasks.filter(({ key }) => !GONE.includes(key));
  const given = kept.map((task) => ({ ...task, ownerRole: ownerWithoutPtv(task) }));
  return [...given, ...standInsOf(tasks)];
}

/** What takes the place of the volunteer's visit, where there is one to take the place of. */
export const standInsOf = (tasks: readonly TaskTemplate[]): readonly TaskTemplate[] =>
  tasks.some(({ key }) => key === 'ptv_visit') ? withoutPtvTasks : [];

function ownerWithoutPtv({ key, ownerRole }: TaskTemplate): OwnerRole {
  if (ownerRole !== 'volunteer') return ownerRole;
  return IN_THE_ROOM.includes(key) ? 'clinician' : 'lead';
}
