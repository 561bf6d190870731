import { connect } from '#db/connect.ts';
import { keptAggregates } from '#db/aggregate/kept.ts';
import type { DatabaseUrls } from '#db/prepare.ts';
import type { TransactionRecorder } from '#db/transaction.ts';
import { customerLinks } from '#server/access/customer-link.ts';
import { firstRun } from '#server/access/first-run.ts';
import { createIdentity } from '#server/access/identity.ts';
import { settingsReader } from '#server/access/store-settings.ts';
import { createMetrics } from '#server/http/metrics.ts';
import type { ServerDeps } from '#server/http/server-deps.ts';
import { liveEvents } from '#server/live/live-events.ts';
import { keptFiles } from '#server/kept-files.ts';
import { listenForChanges } from '#server/live/live-listener.ts';

type Parts = {
  readonly urls: DatabaseUrls;
  /** Files are kept below it. */
  readonly dataDir: string;
  readonly secret: string;
  /** People arrive by https. */
  readonly secure: boolean;
  readonly checkAnswers: boolean;
  /** Where people reach the server, when its settings say so. */
  readonly publicUrl?: string | undefined;
  readonly now?: () => string;
  readonly poolSize?: number;
  readonly record?: TransactionRecorder | undefined;
};

/** Connects all that the server shares to a prepared database; `close` lets go of it. */
export async function assemble(parts: Parts): Promise<{ deps: ServerDeps; close: () => Promise<void> }> {
  const {
    urls,
    secret,
    secure,
    checkAnswers,
    publicUrl,
    poolSize = 20,
    now = () => new Date().toISOString(),
    record,
  } = parts;
  const kept = keptAggregates({ check: checkAnswers });
  const database = { ...connect(urls.appUrl, { max: poolSize }), kept, ...(record && { record }) };
  const identity = createIdentity({ appUrl: urls.appUrl, database, secret, secure });
  const listener = await listenForChanges(urls.appUrl);
  const live = liveEvents(database.pool, listener);
  const settings = settingsReader();
  const access = { identity, links: customerLinks(database, now) };
  followChanges({ listener, forgetPeople: identity.forgetPeople, forgetSettings: settings.forget });
  const deps = {
    database,
    access,
    settings,
    live,
    disk: keptFiles(parts.dataDir),
    metrics: createMetrics(),
    firstRun: firstRun(database),
    now,
    checkAnswers,
    publicUrl,
  };
  const close = async () => {
    await live.close();
    await identity.close();
    await database.close();
  };
  return { deps, close };
}

type Followers = {
  readonly listener: ServerDeps['live']['listener'];
  readonly forgetPeople: () => void;
  readonly forgetSettings: (storeId: string) => void;
};

/** The topics `staff` and `settings` end what a process remembers of them. */
function followChanges({ listener, forgetPeople, forgetSettings }: Followers): void {
  listener.subscribe({
    changed: ({ store, topics }) => {
      if (topics.includes('staff')) forgetPeople();
      if (topics.includes('settings')) forgetSettings(store);
    },
    missed: forgetPeople,
  });
}
