import { queryOptions } from '@tanstack/react-query';
import type { ImportReport } from '@followon/shared/contract/imports';
import { get } from '../api/client.js';
import { Problem } from '../api/problem.js';

const ASK_AGAIN_MS = 700;

/** How far an import is; asked again until it has ended. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => get<ImportReport>(`/imports/${id}`),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : ASK_AGAIN_MS),
  });

export interface Upload {
  readonly file: File;
  readonly site: string | undefined;
  readonly dryRun: boolean;
  readonly onSent: (share: number) => void;
}

/** Sends the file as it is, saying how much has gone: `fetch` cannot tell, so this is the one older request. */
export function uploadRegisters({ file, site, dryRun, onSent }: Upload): Promise<{ readonly id: string }> {
  const query = new URLSearchParams({ dryRun: String(dryRun), ...(site ? { site } : {}) });
  return new Promise((done, refuse) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/imports/registers?${query.toString()}`);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader('X-Requested-With', 'followon');
    request.upload.onprogress = (event) => onSent(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => refuse(new Problem(0));
    request.onload = () => {
      const body = JSON.parse(request.responseText || '{}') as Record<string, unknown>;
      if (request.status < 300) done(body as { readonly id: string });
      else refuse(new Problem(request.status, body));
    };
    request.send(file);
  });
}
