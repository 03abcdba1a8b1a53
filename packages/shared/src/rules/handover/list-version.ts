import { z } from 'zod';
import { routes } from './routes.js';
import type { Route } from './routes.js';

/** Which list a handover works by: the route, our template, and the site's own version of it (null: as shipped). */
export type ListVersion = {
  readonly route: Route;
  readonly template: string;
  readonly siteVersion: number | null;
};

const Said = z.tuple([z.enum(routes), z.string(), z.string().regex(/^(shipped|[1-9][0-9]*)$/)]);

/** As events and choices carry it: `online/base-2/3`, `online/base-2/shipped`. */
export const sayListVersion = ({ route, template, siteVersion }: ListVersion): string =>
  `${route}/${template}/${siteVersion ?? 'shipped'}`;

/** @throws ZodError when it is none */
export function readListVersion(said: string): ListVersion {
  const [route, template, version] = Said.parse(said.split('/'));
  return { route, template, siteVersion: version === 'shipped' ? null : Number(version) };
}
