import { useQuery } from '@tanstack/react-query';
import { Asked, NotYours } from '../ui/states.js';
import { AgainWay } from './again-way.js';
import type { WayProps } from './break-way.js';
import { BreakWay } from './break-way.js';
import { GoodbyeWay } from './goodbye-way.js';
import { JoinWay } from './join-way.js';
import { wayQueries } from './queries.js';
import { openWays, type Way } from './ways.js';

const PAGES: Readonly<Record<Way, (props: WayProps) => React.ReactNode>> = {
  break: BreakWay,
  join: JoinWay,
  again: AgainWay,
  goodbye: GoodbyeWay,
};

interface WayPageProps extends Omit<WayProps, 'group'> {
  readonly groupId: string;
  readonly way: Way | undefined;
}

/** One decision of a group; a way that is not open to it now, or not the reader's to take, is not there. */
export function WayPage({ groupId, way, ...rest }: WayPageProps) {
  const group = useQuery(wayQueries.group(groupId));
  return (
    <Asked query={group} lines={4}>
      {(it) => {
        if (way === undefined || !openWays(it).includes(way)) return <NotYours />;
        const Page = PAGES[way];
        return <Page group={it} {...rest} />;
      }}
    </Asked>
  );
}
