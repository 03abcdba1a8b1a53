import { expect, test } from '@jest/globals';
import { worthShowing } from './log-lines.js';

test.each([
  { line: '{"level":30,"msg":"request done"}', fromStderr: false, shown: undefined },
  { line: '{"level":40,"msg":"Redis went away"}', fromStderr: false, shown: 'Redis went away' },
  { line: '{"level":50,"msg":"out of connections"}', fromStderr: true, shown: 'out of connections' },
  { line: 'listening', fromStderr: false, shown: undefined },
  { line: 'TypeError: x is not a function', fromStderr: true, shown: 'TypeError: x is not a function' },
  { line: '    at file.js:1:2', fromStderr: true, shown: undefined },
  { line: '(node:12) ExperimentalWarning: something', fromStderr: true, shown: undefined },
  { line: '{broken', fromStderr: true, shown: '{broken' },
])('shows only what needs a look: $line', ({ line, fromStderr, shown }) => {
  expect(worthShowing(line, fromStderr)).toBe(shown);
});
