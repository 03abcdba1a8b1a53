import type { AlertView, ResolveAlert } from '@followon/shared/contract/alerts';
import type { MessageKey } from '../i18n.js';

/** What an alert is about, as staff read it. */
export const CAUSE: Readonly<Record<AlertView['cause'], MessageKey>> = {
  fading: 'alert.cause.fading',
  'at-risk': 'alert.cause.at-risk',
  'gone-quiet': 'alert.cause.gone-quiet',
  'help-asked': 'alert.cause.help-asked',
  conflict: 'alert.cause.conflict',
  'venue-lost': 'alert.cause.venue-lost',
  'contact-leaving': 'alert.cause.contact-leaving',
  'handover-late': 'alert.cause.handover-late',
  'no-ptv': 'alert.cause.no-ptv',
};

/** The shape that stands for it. */
export const SIGN = {
  fading: 'fading',
  'at-risk': 'at-risk',
  'gone-quiet': 'unknown',
  'help-asked': 'fading',
  conflict: 'fading',
  'venue-lost': 'fading',
  'contact-leaving': 'fading',
  'handover-late': 'fading',
  'no-ptv': 'fading',
} as const satisfies Record<AlertView['cause'], string>;

/** What a person can say became of it, one tap each. */
export const OUTCOMES: Readonly<Record<ResolveAlert['outcome'], MessageKey>> = {
  called: 'alert.outcome.called',
  'volunteer-called': 'alert.outcome.volunteer-called',
  'ideas-sent': 'alert.outcome.ideas-sent',
  'met-another-group': 'alert.outcome.met-another-group',
  'newcomers-invited': 'alert.outcome.newcomers-invited',
  'group-is-fine': 'alert.outcome.group-is-fine',
  resting: 'alert.outcome.resting',
  'closing-well': 'alert.outcome.closing-well',
  'handover-goes-on': 'alert.outcome.handover-goes-on',
  'no-concern': 'alert.outcome.no-concern',
  other: 'alert.outcome.other',
};

/** The reason an alert is told with: of a group that went quiet, the silence. */
export const firstReason = ({ cause, reasons }: AlertView): AlertView['reasons'][number] | undefined =>
  reasons.find(({ key }) => cause === 'gone-quiet' && (key === 'silent' || key === 'long-silent')) ??
  reasons[0];
