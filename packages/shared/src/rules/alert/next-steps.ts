import type { AlertCause, NextStep } from './causes.js';

const steps: { readonly [C in AlertCause]: readonly NextStep[] } = {
  fading: ['ask-ptv-to-call', 'send-ideas', 'invite-newcomers', 'meet-another-group', 'offer-rest'],
  'at-risk': [
    ...(['ask-ptv-to-call', 'meet-another-group', 'invite-newcomers'] as const),
    ...(['offer-rest', 'offer-closing-well'] as const),
  ],
  'gone-quiet': ['ask-ptv-to-call', 'offer-rest', 'offer-closing-well'],
  'help-asked': ['ask-ptv-to-call', 'send-ideas', 'meet-another-group'],
  conflict: ['ask-ptv-to-call', 'offer-rest', 'meet-another-group'],
  'venue-lost': ['find-venue', 'meet-another-group', 'offer-rest'],
  'contact-leaving': ['find-contact', 'ask-ptv-to-call', 'meet-another-group', 'offer-closing-well'],
  'handover-late': ['look-at-tasks', 'ask-volunteers'],
  'no-ptv': ['ask-volunteers', 'use-recorded-story', 'look-at-tasks'],
};

/** What can be done, the likeliest first. Suggestions: a person decides, and the group may say no to each. */
export const nextStepsFor = (cause: AlertCause): readonly NextStep[] => steps[cause];
