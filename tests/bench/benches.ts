import { alertVisible } from './alert-visible.js';
import { backlog } from './backlog.js';
import { commitToEffect } from './commit-to-effect.js';
import { domainTransaction } from './domain-transaction.js';
import { handovers } from './handovers.js';
import { healthCommand } from './health-command.js';
import { healthEngine } from './health-engine.js';
import { importAndSize } from './import-and-size.js';
import { listBehindWalls } from './list-behind-walls.js';
import type { Bench } from './measure.js';
import { myTasks } from './my-tasks.js';
import { nudges } from './nudges.js';
import { wholeStart } from './whole-start.js';

/** Every floor of docs/operations.md that has an arm so far. */
export const benches: readonly Bench[] = [
  domainTransaction,
  backlog,
  commitToEffect,
  handovers,
  healthEngine,
  healthCommand,
  importAndSize,
  listBehindWalls,
  myTasks,
  nudges,
  wholeStart,
  alertVisible,
];
