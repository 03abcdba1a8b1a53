import { registerHeader } from '@followon/shared/rules/import/register-line';
import { memberHeader } from './judging/member-rows.js';
import { scoreHeader } from './judging/score-rows.js';

export const help = `Reads registers of small groups and says how each group was doing at each meeting, and why.
Needs no database and no network.

  followon-health <registers.csv> --out <scores.csv> [--ticks weekly|daily] [--members <members.csv>]
  followon-health <registers.csv> --explain <group>

With npm, -- comes before the file: npm run -s health:score -- registers.csv --out scores.csv

  --out <file>       Where to write the scores; - is the standard output.
                     ${scoreHeader.join(',')}
  --ticks weekly     Also look between the meetings, every 7 days of the whole file (daily: every day),
                     until a group has been silent for 365 days.
  --explain <group>  Draw one group and say each change of its level in words. "site/group" where
                     two sites have a group of that name.
  --members <file>   For checking the engine on test data only: how likely each member is to stay away.
                     ${memberHeader.join(',')}
  -h, --help         This.
  --version          Which command this is, and which numbers it judges with.

Registers are CSV in UTF-8, one line a meeting, with this first line:
  ${registerHeader.join(',')}
  2026-11-23 is how dates are written; status is held, not_held, cancelled or missing; attendees are
  separated by ; and may be left out. Order does not matter.

A score is a chance from 0 to 1, higher is worse: at a meeting, that the last one with three or more
people is among this and the next five; at a tick, that it is past or within 90 days.
Levels are steady, watch, fading and at-risk; there is none while a group is hardly known. They mean
"worth a call", not that a group will end.

Exit code: 0 all is well; 2 some lines were refused, the rest was judged; 1 nothing was written.
`;
