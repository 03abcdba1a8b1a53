import { SIGN_OFF_TASK } from '../rules/handover/sign-off.js';
import { cyAlertLines, cyHead } from './alert-cy.js';
import type { MessageFacts } from './facts.js';
import { sayName } from './say.js';
import { cyDay, type CyWords } from './say-cy.js';
import { cyTask } from './tasks-cy.js';

type Told = NonNullable<MessageFacts['tasks']>[number];

function dayOfTask(dueOn: string, today: string): string {
  if (dueOn === today) return 'Mae i’w wneud heddiw.';
  return dueOn < today ? `Roedd i’w wneud erbyn ${cyDay(dueOn)}.` : `Mae i’w wneud erbyn ${cyDay(dueOn)}.`;
}

function list({ tasks = [], today, names = {} }: MessageFacts): string[] {
  const head = (id: string | undefined, at: number): string => {
    const name = id === undefined ? undefined : names[id];
    if (name !== undefined) return sayName(name);
    return at === 0 ? 'Un o’ch grwpiau' : 'Un arall o’ch grwpiau';
  };
  return [...new Set(tasks.map(({ listOf }) => listOf))].flatMap((id, at) => [
    `${head(id, at)}:`,
    ...tasks
      .filter(({ listOf }) => listOf === id)
      .map(
        ({ task, dueOn, aside }) =>
          `${cyTask(task)}: ${aside ? 'Does gan neb hwn ar hyn o bryd. ' : ''}${dayOfTask(dueOn, today)}`,
      ),
  ]);
}

const isSignOff = ({ task }: Told): boolean => task === SIGN_OFF_TASK;

function notToday({ tasks = [] }: MessageFacts): string {
  if (tasks.length > 0 && tasks.every(isSignOff))
    return 'Ydy heddiw’n ddiwrnod anodd? Gallwch ei ohirio am ychydig ddyddiau.';
  const whom = tasks.some(isSignOff) ? 'unrhyw beth heblaw’r cadarnhad terfynol' : 'y dasg';
  return `Ydy heddiw’n ddiwrnod anodd? Dywedwch hynny. Gall rhywun arall gymryd ${whom}.`;
}

function counts({ tasks = [], count = tasks.length }: MessageFacts): string {
  return count === 0 ? 'Mae rhywbeth ar eich rhestr.' : `Nifer y tasgau ar eich rhestr: ${count}.`;
}

/** What the message of a day says, in Welsh. */
export const digestCy: CyWords<'task_digest'> = {
  task_digest: {
    subject: () => 'Eich rhestr ar gyfer heddiw',
    text: (facts) => {
      const more = (facts.count ?? 0) - (facts.tasks?.length ?? 0);
      return [
        ...[cyHead(facts), ...cyAlertLines(facts), counts(facts), ...list(facts)],
        more > 0 ? `Mae ${more} arall ar eich rhestr.` : undefined,
        notToday(facts),
      ];
    },
    choices: {
      look: 'Gweld fy rhestr',
      'see-groups': 'Gweld y grwpiau',
      later: 'Nid heddiw',
      'pass-on': 'Ei basio ymlaen',
    },
  },
};
