import { recordRow } from '#db/aggregate/record.ts';
import type { AggregateShape } from '#db/aggregate/shape.ts';
import { snake } from '#db/aggregate/shape.ts';
import type { Activity } from '#domain/kernel/decision.ts';
import type { Call } from '#server/http/call.ts';

const storeShape: AggregateShape = {
  kind: 'store',
  root: { property: 'store', table: 'store', id: 'storeId' },
  lists: {},
};

/**
 * Makes changes of the dealership itself queue up behind each other: people, catalogue, settings. Answers the version of the settings.
 */
export async function lockStore(call: Call): Promise<{ version: number } | undefined> {
  return call.tx
    .selectFrom('store_setting')
    .select('version')
    .where('store_id', '=', call.actor.storeId)
    .forUpdate()
    .executeTakeFirst();
}

/** Appends a row to the record of the store itself. The store is locked before, so that its chain does not fork. */
export async function recordStoreActivity(call: Call, activity: Activity): Promise<void> {
  const { storeId } = call.actor;
  const head = await call.tx
    .selectFrom('activity')
    .select(['seq as chainSeq', 'hash as chainHash'])
    .where('store_id', '=', storeId)
    .where('aggregate', '=', 'store')
    .where('aggregate_id', '=', storeId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const root = { storeId, chainSeq: 0, chainHash: '', ...head };
  const { activity: row } = recordRow(storeShape, root, { storeId, actor: call.actor, at: call.now, activity });
  const stored = Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));
  await call.tx
    .insertInto('activity')
    .values({ ...(stored as Row), store_id: storeId })
    .execute();
}

type Row = {
  aggregate: 'store';
  aggregate_id: string;
  seq: number;
  action: string;
  actor_kind: 'staff' | 'customer' | 'system';
  actor_id: string | null;
  at: string;
  payload: string;
  previous_hash: string;
  hash: string;
};
