import { queryOptions } from '@tanstack/react-query';
import type { NudgeView } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import { get } from '../api/client.js';

export const nudgeQueries = {
  ofGroup: (group: string) =>
    queryOptions({
      queryKey: ['nudges', group],
      queryFn: () => get<Page<NudgeView>>('/nudges', { group, limit: 30 }),
    }),
};
