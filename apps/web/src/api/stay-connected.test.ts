import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { stayConnected } from './stay-connected.js';

/** A line of the browser's, broken and mended by hand. */
class Line {
  static readonly CLOSED = 2;
  static lines: Line[] = [];
  readyState = 0;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  constructor() {
    Line.lines.push(this);
  }
  opens() {
    this.readyState = 1;
    this.onopen?.();
  }
  breaks(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }
  close() {
    this.readyState = Line.CLOSED;
  }
}

const LONG_MS = 120_000;
const newest = (): Line => Line.lines.at(-1) as Line;

function listening() {
  const stop = new AbortController();
  const heard: string[] = [];
  const ended = stayConnected('/api/live', {
    signal: stop.signal,
    onMessage: (data) => heard.push(data),
    onGap: () => heard.push('gap'),
  });
  return { stop, heard, ended };
}

beforeEach(() => {
  jest.useFakeTimers();
  Line.lines = [];
  Object.assign(globalThis, { EventSource: Line });
});
afterEach(() => {
  jest.useRealTimers();
});

test('a line the browser mends itself is not opened twice, and the gap is told', () => {
  const { heard, stop } = listening();
  newest().opens();
  newest().onmessage?.({ data: 'one' });
  newest().breaks(0);
  jest.advanceTimersByTime(LONG_MS);
  newest().opens();
  expect(Line.lines).toHaveLength(1);
  expect(heard).toEqual(['one', 'gap']);
  stop.abort();
});

test('a refused line is opened again, later each time, and the gap is told once it is back', () => {
  const { heard, stop } = listening();
  newest().opens();
  for (let refusal = 1; refusal <= 4; refusal += 1) {
    newest().breaks(Line.CLOSED);
    expect(Line.lines).toHaveLength(refusal);
    jest.advanceTimersByTime(LONG_MS);
  }
  expect(heard).toEqual([]);
  newest().opens();
  expect(heard).toEqual(['gap']);
  stop.abort();
});

test('nothing is opened any more once the person has signed out', async () => {
  const { stop, ended } = listening();
  newest().opens();
  newest().breaks(Line.CLOSED);
  stop.abort();
  jest.advanceTimersByTime(LONG_MS);
  await ended;
  expect(Line.lines).toHaveLength(1);
});
