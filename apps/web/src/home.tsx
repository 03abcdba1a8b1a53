import type { SessionView } from '@followon/shared/contract/session';
import { ActsOfGroup, useStanding } from './alerts/alert-acts.js';
import { ShortList } from './alerts/short-list.js';
import { holds, isAdministrator, useSession } from './api/session.js';
import { partOfDay } from './dates.js';
import { MyCalendar } from './calendar/my-calendar.js';
import { NeedsYou } from './groups/needs-you.js';
import { LateHandovers } from './handovers/late-handovers.js';
import { MyTasks } from './handovers/my-tasks.js';
import { ToMyTasks } from './handovers/to-my-tasks.js';
import { HandoversToTakeOn } from './handovers/to-take-on.js';
import { t, type MessageKey } from './i18n.js';
import { RecordLinks, useDueRegisters } from './meetings/record-links.js';
import { TriedForGroup } from './nudges/tried-for-group.js';
import { ProgrammesFinishing } from './programmes/finishing.js';
import { NetworkPage } from './sites/network-page.js';
import { AskedRoles, useAskedRoles } from './succession/asked-roles.js';
import { LookingForContact } from './succession/looking-for.js';
import { SteppedDown } from './succession/stepped-down.js';
import { PageTitle } from './ui/page.js';
import { Declined } from './volunteers/declined.js';
import { GiveMeABreak } from './volunteers/give-me-a-break.js';
import { useRequestsOfMe, YouAreAsked } from './volunteers/you-are-asked.js';
import { useWaitingOfGroups, WaitingOfGroups } from './ways/waiting-of-groups.js';

const GREETING: Readonly<Record<ReturnType<typeof partOfDay>, MessageKey>> = {
  morning: 'home.morning',
  afternoon: 'home.afternoon',
  evening: 'home.evening',
};

const greet = (session: SessionView): string =>
  t(GREETING[partOfDay(session.now)], { name: session.displayName });

function Greeting({ session }: { readonly session: SessionView }) {
  return <p className="fo-greeting">{greet(session)}</p>;
}

/** What needs a clinician first, the programmes that end soon beside it; nothing else competes. */
function ClinicianHome({ session }: { readonly session: SessionView }) {
  const standing = useStanding();
  return (
    <div className="fo-two">
      <div>
        <NeedsYou
          standing={standing}
          title={(count) => (
            <PageTitle title={t('need.title', { count })} before={<Greeting session={session} />} />
          )}
          tried={(groupId) => <TriedForGroup groupId={groupId} />}
          acts={(groupId) => <ActsOfGroup groupId={groupId} />}
        />
      </div>
      <div>
        <ToMyTasks />
        <ProgrammesFinishing />
        {session.actions.includes('see-alerts') ? <ShortList besides /> : null}
      </div>
    </div>
  );
}

/** A volunteer's day: what is yours, one thing at a time, and the meeting to write down. */
function VolunteerHome({ session }: { readonly session: SessionView }) {
  const due = useDueRegisters();
  const asked = useAskedRoles();
  const requests = useRequestsOfMe();
  const waiting = useWaitingOfGroups();
  return (
    <div className="fo-narrow">
      <SteppedDown />
      <MyTasks
        besides={due.length + asked.length + requests.length + waiting.length}
        title={(count) => (
          <PageTitle title={t('tasks.title', { count })} before={<Greeting session={session} />} />
        )}
      >
        <WaitingOfGroups waiting={waiting} />
        <AskedRoles asked={asked} />
        <YouAreAsked requests={requests} />
        {session.actions.includes('ask-volunteer') ? <Declined /> : null}
        {session.ownGroupIds.length > 0 ? <RecordLinks due={due} /> : null}
        {session.actions.includes('accept-handover') ? <HandoversToTakeOn /> : null}
      </MyTasks>
      {session.actions.includes('take-break') ? <GiveMeABreak /> : null}
      <MyCalendar />
      {holds(session, 'lead') ? <LookingForContact /> : null}
    </div>
  );
}

function AdministratorHome({ session }: { readonly session: SessionView }) {
  return (
    <NetworkPage>
      <ShortList />
      {holds(session, 'site-admin', 'lead') ? <LookingForContact /> : null}
      {session.actions.includes('ask-volunteer') ? <Declined /> : null}
      {session.actions.includes('see-handovers') ? <LateHandovers /> : null}
    </NetworkPage>
  );
}

/** Home is what is yours to do: by role, the widest first. */
export function HomePage() {
  const session = useSession();
  if (isAdministrator(session)) return <AdministratorHome session={session} />;
  return holds(session, 'clinician') ? (
    <ClinicianHome session={session} />
  ) : (
    <VolunteerHome session={session} />
  );
}
