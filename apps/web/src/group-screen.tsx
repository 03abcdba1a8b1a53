import { getRouteApi } from '@tanstack/react-router';
import { ActsOfGroup } from './alerts/alert-acts.js';
import { AlertsOfGroup } from './alerts/alerts-of-group.js';
import { useSession } from './api/session.js';
import { CalendarOfGroup } from './calendar/calendar-of-group.js';
import { GroupPage } from './groups/group-page.js';
import { MessagesSwitch } from './groups/messages-switch.js';
import { PeopleOfGroup } from './groups/people-of-group.js';
import { ListsOfGroup } from './handovers/lists-of-group.js';
import { MeetingsOfGroup } from './meetings/meetings-of-group.js';
import { NudgesOfGroup } from './nudges/nudges-of-group.js';
import { LineageOfGroup } from './ways/lineage-of-group.js';
import { MergeQuestions } from './ways/merge-questions.js';
import { StandingNotices } from './ways/standing-notices.js';
import { WaysOfGroup } from './ways/ways-of-group.js';
import { RolesOfGroup } from './succession/roles-of-group.js';
import { VolunteerBeside } from './succession/volunteer-beside.js';

const group = getRouteApi('/signed-in/groups/$id');

/** A group's page and everything on it, fetched when somebody opens one. */
export function GroupScreen() {
  const { id } = group.useParams();
  const { actions, now } = useSession();
  return (
    <GroupPage
      key={id}
      id={id}
      acts={actions.includes('see-alerts') ? <ActsOfGroup groupId={id} /> : null}
      first={(it) => (
        <>
          <StandingNotices group={it} now={now} />
          <MergeQuestions group={it} now={now} />
        </>
      )}
    >
      {(it) => (
        <div className="fo-two fo-two--group">
          <MeetingsOfGroup group={it} />
          <div>
            {actions.includes('see-handovers') ? <ListsOfGroup groupId={id} now={now} /> : null}
            {actions.includes('see-alerts') && !it.ownGroup && !it.lookingBack ? (
              <AlertsOfGroup groupId={id} usual={it.turnout.usual} />
            ) : null}
            <PeopleOfGroup group={it} now={now}>
              <RolesOfGroup group={it} now={now} />
              <VolunteerBeside group={it} />
            </PeopleOfGroup>
            <LineageOfGroup group={it} now={now} />
            {actions.includes('see-nudges') && !it.lookingBack ? (
              <NudgesOfGroup groupId={id}>
                <MessagesSwitch group={it} />
              </NudgesOfGroup>
            ) : null}
            <CalendarOfGroup group={it} />
            <WaysOfGroup group={it} />
          </div>
        </div>
      )}
    </GroupPage>
  );
}
