import type { Turnout, TurnoutSlot } from '@followon/shared/contract/health';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { explainedIn, t } from '../i18n.js';
import { Bar, boardOf, CELL, placesBefore, UsualLine, type Concern } from './turnout-bars.js';
import { ExpectedBand } from './expected-band.js';
import { asOfToday, saySlot, sayTurnout, sayUsual } from './turnout-words.js';

interface StripProps {
  readonly turnout: Turnout;
  /** The server's clock: the year of a date is said only when it is another one. */
  readonly now: string;
  readonly size: 'row' | 'card' | 'full';
  /** The dates the reasons speak of, and how they are drawn. */
  readonly concern?: { readonly level: Concern; readonly dates: readonly string[] } | undefined;
  /** What stands straight under the drawing and shares its width. */
  readonly under?: ReactNode;
}

const STEP: Readonly<Record<string, number>> = {
  ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 },
  ...{ PageDown: -5, PageUp: 5, Home: -Infinity, End: Infinity },
};

function toneOf(slot: TurnoutSlot, concern: StripProps['concern']): Concern | undefined {
  return concern?.dates.includes(slot.on) ? concern.level : undefined;
}

function Board({
  turnout,
  concern,
  picked,
}: Pick<StripProps, 'turnout' | 'concern'> & { readonly picked?: number | undefined }) {
  const before = placesBefore(turnout.slots.length);
  return (
    <svg
      className="fo-strip__board"
      viewBox={boardOf(turnout.slots.length)}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {picked === undefined ? null : (
        <rect className="fo-strip__picked" x={(before + picked) * CELL} y="0" width={CELL} height="24" />
      )}
      <ExpectedBand turnout={turnout} />
      <UsualLine turnout={turnout} />
      {turnout.slots.map((slot, index) => (
        <Bar
          key={`${slot.on}-${index}`}
          slot={slot}
          index={before + index}
          turnout={turnout}
          concern={toneOf(slot, concern)}
        />
      ))}
    </svg>
  );
}

/** Which slot is being read, and the hands that choose it: pointer, finger or arrow keys. */
function usePick(slots: number) {
  const last = slots - 1;
  const before = placesBefore(slots);
  const [picked, pick] = useState<number>();
  const within = (place: number): number => Math.min(last, Math.max(0, place));
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * (before + slots));
    pick(within(place - before));
  };
  const press = (event: KeyboardEvent) => {
    const step = STEP[event.key];
    if (step === undefined) return;
    event.preventDefault();
    pick((now) => within((now ?? last) + step));
  };
  const hands = {
    onPointerMove: point,
    onPointerDown: point,
    onPointerLeave: () => pick(undefined),
    onFocus: () => pick((now) => now ?? last),
    onBlur: () => pick(undefined),
    onKeyDown: press,
  };
  return { picked, at: picked ?? last, hands };
}

/** A drawing that can be read with a finger, a mouse or the arrow keys: each slot says its date and its number. */
function ReadableBoard({ turnout, now, size, concern, under }: StripProps) {
  const { picked, at, hands } = usePick(turnout.slots.length);
  const slot = turnout.slots[at];
  if (!slot) return null;
  const atRest = size === 'card' ? sayUsual(turnout) : sayTurnout(turnout);
  const sentence = (
    <p className="fo-strip__sentence" aria-hidden={picked === undefined ? undefined : true}>
      {picked === undefined ? atRest : saySlot(slot, now)}
    </p>
  );
  return (
    <>
      {size === 'full' ? sentence : null}
      <div
        className="fo-strip__read"
        role="slider"
        tabIndex={0}
        aria-label={t('turnout.read')}
        aria-valuemin={1}
        aria-valuemax={turnout.slots.length}
        aria-valuenow={at + 1}
        aria-valuetext={saySlot(slot, now)}
        {...hands}
      >
        <Board turnout={turnout} concern={concern} picked={picked} />
      </div>
      {under}
      {size === 'full' ? null : sentence}
    </>
  );
}

/** How many came, meeting by meeting, newest right, with one sentence beside it. */
export function TurnoutStrip(props: StripProps) {
  const { now, size } = props;
  const turnout = asOfToday(props.turnout, now);
  const lang = explainedIn();
  if (turnout.slots.length === 0)
    return (
      <p className="fo-strip__sentence" lang={lang}>
        {t('turnout.sentence.none')}
      </p>
    );
  if (size === 'row')
    return (
      <div
        className="fo-strip fo-strip--row"
        lang={lang}
        role="img"
        aria-label={sayTurnout(turnout)}
        title={sayTurnout(turnout)}
      >
        <Board turnout={turnout} concern={props.concern} />
      </div>
    );
  const counted = turnout.slots.some(({ headcount }) => headcount !== null);
  return (
    <div className={`fo-strip fo-strip--${size} ${counted ? '' : 'fo-strip--shape'}`.trim()} lang={lang}>
      <ReadableBoard {...props} turnout={turnout} />
    </div>
  );
}
