import { getRouteApi } from '@tanstack/react-router';
import { holds, isAdministrator, useSession } from './api/session.js';
import { MyCalendar } from './calendar/my-calendar.js';
import { CarryingOn } from './carrying-on/carrying-on.js';
import { GivenOut } from './documents/given-out.js';
import { GroupsPage } from './groups/groups-page.js';
import { TheGroup } from './forming/the-group.js';
import { HandoverChecklist } from './handovers/checklist.js';
import { MyTasksPage } from './handovers/my-tasks-page.js';
import { RoomLink } from './links/room-link.js';
import { RecordPage } from './meetings/record-page.js';
import { ProgrammePage } from './programmes/programme-page.js';
import { ProgrammesPage } from './programmes/programmes-page.js';
import { NewerList } from './templates/newer-list.js';
import { NotYours } from './ui/states.js';

export { OutboxPage } from './demo/outbox-page.js';
export { HomePage } from './home.js';

const groups = getRouteApi('/signed-in/groups');
const programmes = getRouteApi('/signed-in/programmes');
const programme = getRouteApi('/signed-in/programmes/$id');
const record = getRouteApi('/signed-in/record');

/** Screens give the slices' pages their part of the address, and put slices beside each other. */
export function GroupsScreen() {
  const filters = groups.useSearch();
  const go = groups.useNavigate();
  const session = useSession();
  const few = !isAdministrator(session) && !holds(session, 'clinician', 'lead');
  return <GroupsPage filters={filters} few={few} onFilter={(search) => void go({ search })} />;
}

export function TasksScreen() {
  return (
    <MyTasksPage>
      <MyCalendar />
    </MyTasksPage>
  );
}

export function ProgrammesScreen() {
  const filters = programmes.useSearch();
  return useSession().actions.includes('see-programmes') ? (
    <ProgrammesPage filters={filters} />
  ) : (
    <NotYours />
  );
}

export function ProgrammeScreen() {
  const { id } = programme.useParams();
  return (
    <ProgrammePage
      key={id}
      id={id}
      rest={(handoverId, siteId) => (
        <>
          <GivenOut siteId={siteId} programmeId={id} />
          <RoomLink programmeId={id} />
          <NewerList handoverId={handoverId} />
        </>
      )}
    >
      {(handoverId) => (
        <>
          <HandoverChecklist id={handoverId} />
          <CarryingOn programmeId={id} handoverId={handoverId} />
          <TheGroup programmeId={id} />
        </>
      )}
    </ProgrammePage>
  );
}

export function RecordScreen() {
  const { group: groupId, meeting } = record.useSearch();
  return <RecordPage group={groupId} meeting={meeting} />;
}
