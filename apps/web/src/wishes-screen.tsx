import { getRouteApi } from '@tanstack/react-router';
import { MemberWishesPage } from './wishes/member-wishes-page.js';

export { WishesPage } from './wishes/wishes-page.js';

const member = getRouteApi('/signed-in/groups/$id/wishes/$member');

/** What a member would like, fetched when a contact person of their group opens it. */
export function MemberWishesScreen() {
  const { id, member: memberId } = member.useParams();
  return <MemberWishesPage key={memberId} groupId={id} memberId={memberId} />;
}
