import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { LedgerFigures } from '../ledger/backlog.js';
import { Backlog } from '../ledger/backlog.js';

const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess });

const ofLedger = new Registry();
const gauges: { readonly [Figure in keyof LedgerFigures]: Gauge } = {
  oldestUnannouncedSeconds: gauge(
    'oldest_unannounced_event_seconds',
    'Age of the oldest event that nobody was rung for',
  ),
  readerLagSeconds: gauge(
    'reader_lag_seconds',
    'How long the oldest unread event has waited, 99th percentile of readers',
  ),
  blockedReaders: gauge('blocked_readers', 'Readers that stopped at an event they cannot digest'),
  unknownDeliveries: gauge('unknown_deliveries', 'Messages of which nobody knows whether they were sent'),
};

function gauge(name: string, help: string): Gauge {
  return new Gauge({ name: `followon_${name}`, help, registers: [ofLedger] });
}

/** What to page somebody for (docs/operations.md). Figures of the process are answered also without a database. */
@Injectable()
export class Metrics {
  readonly contentType = ofProcess.contentType;

  constructor(private readonly backlog: Backlog) {}

  async text(): Promise<string> {
    return `${await ofProcess.metrics()}\n${await this.ledger()}`;
  }

  private async ledger(): Promise<string> {
    try {
      const figures = await this.backlog.figures();
      for (const [figure, gauge] of Object.entries(gauges)) gauge.set(figures[figure as keyof LedgerFigures]);
      return await ofLedger.metrics();
    } catch {
      return '# the database does not answer\n';
    }
  }
}
