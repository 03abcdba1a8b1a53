import type { Turnout, TurnoutSlot } from '@followon/shared/contract/health';
import { explainedIn, t, type MessageKey } from '../i18n.js';
import { expectedAt } from './expected-band.js';
import { quietSinceOf } from './quiet-slot.js';
import type { Concern } from './turnout-bars.js';

type Kind = TurnoutSlot['kind'];

const WORDS: Readonly<Record<Kind, MessageKey>> = {
  held: 'turnout.kind.held',
  'headcount-only': 'turnout.kind.headcount-only',
  'not-held': 'turnout.kind.not-held',
  missing: 'turnout.kind.missing',
  rest: 'turnout.kind.rest',
  planned: 'turnout.kind.planned',
};

/** In the order of how sure we are. */
const KINDS = Object.keys(WORDS) as readonly Kind[];

/** How each is drawn: its tone, and where its top and its bottom lie in the swatch. */
const SWATCH: Readonly<Record<Kind | Concern, readonly [tone: string, top: number, bottom: number]>> = {
  held: ['fo-bar--met', 2, 15],
  'headcount-only': ['fo-bar--met', 2, 15],
  'not-held': ['fo-bar--open', 11, 15],
  missing: ['fo-bar--dotted', 2, 15],
  rest: ['fo-bar--rest', 11, 13],
  planned: ['fo-bar--planned', 12, 15],
  fading: ['fo-bar--fading', 2, 15],
  'at-risk': ['fo-bar--at-risk', 2, 15],
};

function Swatch({ kind }: { readonly kind: Kind | Concern }) {
  const [tone, top, bottom] = SWATCH[kind];
  return (
    <svg className="fo-legend__swatch" viewBox="0 0 14 16" aria-hidden="true" focusable="false">
      <rect className={tone} x="2" y={top} width="10" height={bottom - top} />
      {kind === 'headcount-only' ? (
        <rect className="fo-bar--light-top" x="2" y="2" width="10" height="3" />
      ) : null}
    </svg>
  );
}

/** A number that is not shown to the reader is no shape of its own. */
function drawnAs(slot: TurnoutSlot): Kind | undefined {
  if (quietSinceOf(slot) !== null) return undefined;
  return slot.kind === 'headcount-only' && slot.headcount === null ? 'held' : slot.kind;
}

/** How the lines are drawn: each in a swatch of its own. */
const LINES = {
  usual: <path className="fo-bar__usual" d="M0 8h14" />,
  expected: (
    <>
      <rect className="fo-bar__band" x="0" y="3" width="14" height="10" />
      <path className="fo-bar__band-edge" d="M0 3h14M0 13h14" />
    </>
  ),
  quiet: <path className="fo-bar__quiet" d="M0 14h14" />,
};

function Line({ kind, words }: { readonly kind: keyof typeof LINES; readonly words: string }) {
  return (
    <li>
      <svg className="fo-legend__swatch" viewBox="0 0 14 16" aria-hidden="true" focusable="false">
        {LINES[kind]}
      </svg>
      {words}
    </li>
  );
}

interface LegendProps {
  readonly turnout: Turnout;
  readonly concern: Concern | undefined;
}

/** What the shapes of a strip mean: only those that stand in it. */
export function StripLegend({ turnout: { usual, slots }, concern }: LegendProps) {
  const kinds = KINDS.filter((kind) => slots.some((slot) => drawnAs(slot) === kind));
  const isExpected = slots.some((slot) => expectedAt(slot) !== null);
  const isQuiet = slots.some((slot) => quietSinceOf(slot) !== null);
  return (
    <ul className="fo-legend" lang={explainedIn()}>
      {usual === null ? null : <Line kind="usual" words={t('turnout.legend.usual', { usual })} />}
      {isExpected ? <Line kind="expected" words={t('turnout.legend.expected')} /> : null}
      {kinds.map((kind) => (
        <li key={kind}>
          <Swatch kind={kind} />
          {t(WORDS[kind])}
        </li>
      ))}
      {isQuiet ? <Line kind="quiet" words={t('turnout.legend.quiet')} /> : null}
      {concern ? (
        <li>
          <Swatch kind={concern} />
          {t('turnout.legend.concern')}
        </li>
      ) : null}
    </ul>
  );
}
