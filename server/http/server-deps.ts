import type { Disk } from 'flydrive';
import type { Connection } from '#db/connect.ts';
import type { Transactions } from '#db/transaction.ts';
import type { Access } from '#server/access/caller.ts';
import type { FirstRun } from '#server/access/first-run.ts';
import type { SettingsReader } from '#server/access/store-settings.ts';
import type { Metrics } from '#server/http/metrics.ts';
import type { LiveEvents } from '#server/live/live-events.ts';

/** What the whole server shares. */
export type ServerDeps = {
  readonly database: Connection & Transactions;
  readonly access: Access;
  readonly settings: SettingsReader;
  readonly live: LiveEvents;
  /** Where people reach the server, when its settings say so. */
  readonly publicUrl: string | undefined;
  /** Photographs and papers. */
  readonly disk: Disk;
  readonly metrics: Metrics;
  readonly firstRun: FirstRun;
  /** The present instant, ISO. */
  readonly now: () => string;
  /** Whether answers are checked against their contracts: in tests and development. */
  readonly checkAnswers: boolean;
};
