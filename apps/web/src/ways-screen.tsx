import { getRouteApi } from '@tanstack/react-router';
import { useSession } from './api/session.js';
import { WayPage } from './ways/way-page.js';
import { ways } from './ways/ways.js';

const way = getRouteApi('/signed-in/groups/$id/next/$way');

/** A decision of a group, fetched when somebody opens one. */
export function WayScreen() {
  const { id, way: named } = way.useParams();
  const go = way.useNavigate();
  const { now } = useSession();
  return (
    <WayPage
      key={named}
      groupId={id}
      way={ways.find((one) => one === named)}
      now={now}
      onDone={() => void go({ to: '/groups/$id', params: { id } })}
    />
  );
}
