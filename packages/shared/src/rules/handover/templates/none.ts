import { baseTemplate } from './base.js';
import type { Variant } from './variant.js';

/**
 * The people said no, and that is a good answer: the handover is declined at the last session. They are asked once more, at
 * the service's own review, and never again.
 */
export const none: Variant = {
  without: baseTemplate.map(({ key }) => key),
  added: [
    {
      key: 'ask_once_more',
      title: 'Ask once more, at the review, and then never again',
      why: 'Minds change. One open question is kind, and a second one would press.',
      ownerRole: 'clinician',
      anchor: 'last-session',
      dueOffsetDays: 56,
      doneWhen: 'You asked once. Whatever they said is fine.',
      blocking: false,
      closedBy: 'person',
      asks: [{ kind: 'choice', key: 'answer', options: ['still-no', 'would-like-a-group', 'not-asked'] }],
    },
  ],
};
