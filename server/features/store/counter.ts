import { sql } from 'kysely';
import type { Call } from '#server/http/call.ts';

/**
 * The next number of a series of the store, from 1 without gaps. Take it last in the transaction: until the commit every other taker waits.
 */
export async function nextNumber(call: Pick<Call, 'tx' | 'actor'>, name: string): Promise<number> {
  const row = await call.tx
    .insertInto('counter')
    .values({ store_id: call.actor.storeId, name, value: 1 })
    .onConflict((conflict) => conflict.columns(['store_id', 'name']).doUpdateSet({ value: sql`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(row.value);
}
