import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  ListRoute,
  MoveTemplate,
  RunningListView,
  SaveTemplate,
  TemplateChanges,
  TemplatePreview,
  TemplateView,
} from '@followon/shared/contract/templates';
import { get, send } from '../api/client.js';

export const templateQuery = (siteId: string, route: ListRoute) =>
  queryOptions({
    queryKey: ['templates', siteId, route],
    queryFn: () => get<TemplateView>(`/handover-templates/${route}`, { site: siteId }),
  });

export interface Tried {
  readonly siteId: string;
  readonly route: ListRoute;
  readonly changes: TemplateChanges;
  readonly lastSessionOn: string;
  readonly withoutPtv: boolean;
}

/** The list with these changes on a real date. The server writes nothing, so it may be asked as often as one likes. */
export const previewQuery = ({ route, ...body }: Tried) =>
  queryOptions({
    queryKey: ['template-preview', route, body],
    queryFn: () => send<TemplatePreview>('POST', `/handover-templates/${route}/preview`, { body }),
    placeholderData: keepPreviousData,
  });

export type Saving = SaveTemplate & { readonly route: ListRoute };

export const saveTemplate = ({ route, ...body }: Saving, key: string): Promise<TemplateView> =>
  send<TemplateView>('PUT', `/handover-templates/${route}`, { body, key });

export const runningListQuery = (handoverId: string) =>
  queryOptions({
    queryKey: ['handovers', 'template', handoverId],
    queryFn: () => get<RunningListView>(`/handovers/${handoverId}/template`),
  });

export const moveTemplate = (handoverId: string, body: MoveTemplate, key: string): Promise<RunningListView> =>
  send<RunningListView>('POST', `/handovers/${handoverId}/template`, { body, key });
