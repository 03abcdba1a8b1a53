import { queryOptions } from '@tanstack/react-query';
import type {
  PolicyReplay,
  PolicyThresholds,
  PolicyView,
  ReplayPolicy,
} from '@followon/shared/contract/policy';
import { get, send } from '../api/client.js';

export const policyQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['policy', siteId],
    queryFn: () => get<PolicyView>('/policy', { site: siteId }),
  });

/** What would have been flagged on the site's own history; only the site's log hears of it. */
export const tryMarks = (asked: ReplayPolicy): Promise<PolicyReplay> =>
  send<PolicyReplay>('POST', '/policy/replay', { body: asked });

export interface Saving {
  readonly siteId: string;
  /** Null: back to the shipped marks. */
  readonly thresholds: PolicyThresholds | null;
  readonly version: number;
}

export const savePolicy = ({ version, ...body }: Saving, key: string): Promise<PolicyView> =>
  send<PolicyView>('PUT', '/policy', { body, key, version });
