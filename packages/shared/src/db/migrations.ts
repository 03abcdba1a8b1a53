import { Accounts1763900000000 } from './migrations/1763900000000-accounts.js';
import { Ledger1763900000001 } from './migrations/1763900000001-ledger.js';
import { Groups1763900000002 } from './migrations/1763900000002-groups.js';
import { HandoversAndMessages1763900000003 } from './migrations/1763900000003-handovers-and-messages.js';
import { ReadingAndImport1763900000010 } from './migrations/1763900000010-reading-and-import.js';
import { HealthEngine1763900000020 } from './migrations/1763900000020-health-engine.js';
import { SitePolicy1763900000021 } from './migrations/1763900000021-site-policy.js';
import { MemberAndRoleIndexes1763900000022 } from './migrations/1763900000022-member-and-role-indexes.js';
import { RoutesAndTemplates1763900000023 } from './migrations/1763900000023-routes-and-templates.js';
import { PeopleOfAHandover1763900000024 } from './migrations/1763900000024-people-of-a-handover.js';
import { MergesDocumentsLinks1763900000025 } from './migrations/1763900000025-merges-documents-links.js';
import { MyTasksIndexes1763900000026 } from './migrations/1763900000026-my-tasks-indexes.js';
import { CatchUpHandovers1763900000027 } from './migrations/1763900000027-catch-up-handovers.js';
import { AlertStages1763900000028 } from './migrations/1763900000028-alert-stages.js';
import { WhatPeopleWish1763900000029 } from './migrations/1763900000029-what-people-wish.js';
import { Channels1763900000030 } from './migrations/1763900000030-channels.js';
import { NudgeTrials1763900000031 } from './migrations/1763900000031-nudge-trials.js';

/** In the order they run. */
export const migrations = [
  Accounts1763900000000,
  Ledger1763900000001,
  Groups1763900000002,
  HandoversAndMessages1763900000003,
  ReadingAndImport1763900000010,
  HealthEngine1763900000020,
  SitePolicy1763900000021,
  MemberAndRoleIndexes1763900000022,
  RoutesAndTemplates1763900000023,
  PeopleOfAHandover1763900000024,
  MergesDocumentsLinks1763900000025,
  MyTasksIndexes1763900000026,
  CatchUpHandovers1763900000027,
  AlertStages1763900000028,
  WhatPeopleWish1763900000029,
  Channels1763900000030,
  NudgeTrials1763900000031,
] as const;
