import { queryOptions } from '@tanstack/react-query';
import type {
  ChangeRest,
  CloseGroup,
  GroupAct,
  GroupView,
  RestGroup,
} from '@followon/shared/contract/groups';
import type { AskMerge, LineageView, MergeChoice, MergeView } from '@followon/shared/contract/merges';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

export const wayQueries = {
  group: (id: string) =>
    queryOptions({ queryKey: ['groups', id], queryFn: () => get<GroupView>(`/groups/${id}`) }),
  merges: (id: string) =>
    queryOptions({
      queryKey: ['groups', id, 'merges'],
      queryFn: () => get<Page<MergeView>>(`/groups/${id}/merges`),
    }),
  choices: (id: string) =>
    queryOptions({
      queryKey: ['groups', id, 'merge-choices'],
      queryFn: () => get<Page<MergeChoice>>(`/groups/${id}/merge-choices`),
    }),
  lineage: (id: string) =>
    queryOptions({
      queryKey: ['groups', id, 'lineage'],
      queryFn: () => get<LineageView>(`/groups/${id}/lineage`),
    }),
};

/** What a group decides for itself, and what the server needs to know of it. */
export type Decision =
  | { readonly act: 'rest'; readonly body: RestGroup }
  | { readonly act: 'change-rest'; readonly body: ChangeRest }
  | { readonly act: 'close'; readonly body: CloseGroup }
  | { readonly act: 'merge'; readonly body: AskMerge }
  | { readonly act: 'restart' | 'resume' | 'keep-going'; readonly body: GroupAct };

export const decide = (id: string, { act, body }: Decision, key: string): Promise<unknown> =>
  act === 'change-rest'
    ? send('PUT', `/groups/${id}/rest`, { body, key })
    : send('POST', `/groups/${id}/${act}`, { body: act === 'resume' ? {} : body, key });

export type MergeWord =
  | { readonly id: string; readonly act: 'answer'; readonly body: { readonly answer: 'agree' | 'decline' } }
  | {
      readonly id: string;
      readonly act: 'withdraw' | 'undo';
      readonly body: Readonly<Record<string, never>>;
    };

export const sayOfMerge = ({ id, act, body }: MergeWord, reason: Reason | undefined, key: string) =>
  send<MergeView>('POST', `/group-merges/${id}/${act}`, {
    body: { ...body, ...(reason && { reason }) },
    key,
  });

export type Reason = NonNullable<RestGroup['reason']>;
