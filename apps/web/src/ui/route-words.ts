import type { ListRoute } from '@followon/shared/contract/templates';
import { t, type MessageKey } from '../i18n.js';

/** The ways in which a group goes on: one name for each, on every screen. */
export const ROUTE: Readonly<Record<ListRoute, MessageKey>> = {
  new: 'carry.route.new',
  online: 'carry.route.online',
  hybrid: 'carry.route.hybrid',
  join: 'carry.route.join',
  merge: 'carry.route.merge',
  buddy: 'carry.route.buddy',
  none: 'carry.route.none',
  restart: 'carry.route.restart',
};

/** A route as the contract of a handover has it, in words; a group's own list has others. */
export const sayRoute = (route: string): string => {
  const words = (ROUTE as Readonly<Record<string, MessageKey>>)[route];
  return words ? t(words) : route;
};
