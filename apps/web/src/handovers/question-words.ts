import { t, type MessageKey } from '../i18n.js';
import { sayRoute } from '../ui/route-words.js';

/** What a task asks, by the name of the question. A question of tomorrow is shown by its name until it has words. */
const QUESTIONS: Readonly<Record<string, MessageKey>> = {
  on: 'ask.on',
  'all-asked': 'ask.all-asked',
  yes: 'ask.yes',
  maybe: 'ask.maybe',
  no: 'ask.no',
  'other-kind': 'ask.other-kind',
  route: 'ask.route',
  visit: 'ask.visit',
  format: 'ask.format',
  'step-free': 'ask.step-free',
  toilet: 'ask.toilet',
  'seating-to-move': 'ask.seating-to-move',
  'parking-or-bus': 'ask.parking-or-bus',
  'cost-fits': 'ask.cost-fits',
  'hearing-loop': 'ask.hearing-loop',
  'contact-people': 'ask.contact-people',
  plan: 'ask.plan',
  agreement: 'ask.agreement',
  outcome: 'ask.outcome',
  message: 'ask.message',
  'group-is': 'ask.group-is',
  'licence-owner': 'ask.licence-owner',
  'waiting-room-on': 'ask.waiting-room-on',
  'recording-off': 'ask.recording-off',
  'names-not-in-full': 'ask.names-not-in-full',
  'dial-in-number': 'ask.dial-in-number',
  'camera-optional': 'ask.camera-optional',
  microphone: 'ask.microphone',
  screen: 'ask.screen',
  'two-different-hosts': 'ask.two-different-hosts',
  'host-said-yes': 'ask.host-said-yes',
  places: 'ask.places',
  greeters: 'ask.greeters',
  'after-two-visits': 'ask.after-two-visits',
  volunteers: 'ask.volunteers',
  'met-at': 'ask.met-at',
  partner: 'ask.partner',
  answer: 'ask.answer',
  'would-like': 'ask.would-like',
};

/** Options with words of their own; the code of any other is read as words. */
const OPTIONS: Readonly<Record<string, MessageKey>> = {
  'visit.visited': 'askOption.visit.visited',
  'visit.missed-with-substitute': 'askOption.visit.missed-with-substitute',
  'format.print': 'askOption.format.print',
  'format.large-print': 'askOption.format.large-print',
  'format.easy-read': 'askOption.format.easy-read',
  'format.other-language': 'askOption.format.other-language',
  'format.screen': 'askOption.format.screen',
  'plan.saved': 'askOption.plan.saved',
  'plan.on-paper': 'askOption.plan.on-paper',
  'agreement.accepted': 'askOption.agreement.accepted',
  'agreement.later': 'askOption.agreement.later',
  'outcome.fine': 'askOption.outcome.fine',
  'outcome.wants-help': 'askOption.outcome.wants-help',
  'outcome.leave-us-be': 'askOption.outcome.leave-us-be',
  'message.sent': 'askOption.message.sent',
  'message.declined': 'askOption.message.declined',
  'group-is.meeting': 'askOption.group-is.meeting',
  'group-is.resting': 'askOption.group-is.resting',
  'group-is.merged': 'askOption.group-is.merged',
  'group-is.closed': 'askOption.group-is.closed',
  'after-two-visits.some-are-staying': 'askOption.after-two-visits.some-are-staying',
  'partner.found': 'askOption.partner.found',
  'partner.join': 'askOption.partner.join',
  'partner.buddy': 'askOption.partner.buddy',
  'answer.still-no': 'askOption.answer.still-no',
  'would-like.group': 'askOption.would-like.group',
};

/** `large-print` as people write it: "Large print". */
const spelled = (code: string): string => {
  const words = code.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export function questionWords(name: string): string {
  const key = QUESTIONS[name];
  return key ? t(key) : `${spelled(name)}?`;
}

export function optionWords(question: string, option: string): string {
  if (question === 'route') return sayRoute(option);
  const key = OPTIONS[`${question}.${option}`];
  return key ? t(key) : spelled(option);
}
