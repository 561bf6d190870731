import { sql } from 'kysely';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { storeSettingsSchema } from '#domain/store/settings.ts';
import type { storeContracts } from '#domain/store/store.contract.ts';
import type { Call } from '#server/http/call.ts';
import { lockStore, recordStoreActivity } from '#server/features/store/store-activity.ts';

type Settings = OutputOf<typeof storeContracts.readSettings>;

/** The settings of the store as they are stored, with their version. */
export async function readSettings({ tx, actor }: Call): Promise<Settings | Refusal> {
  const row = await tx
    .selectFrom('store_setting')
    .select(['settings', 'version'])
    .where('store_id', '=', actor.storeId)
    .executeTakeFirst();
  return row ? { settings: storeSettingsSchema.parse(row.settings), version: row.version } : refuse('not_found');
}

/** Puts new settings in the place of the old (R006); every process forgets the old ones. Refusal: `stale_version`. */
export async function changeSettings(
  call: Call,
  input: InputOf<typeof storeContracts.changeSettings>,
): Promise<Settings | Refusal> {
  const stored = await lockStore(call);
  if (!stored) return refuse('not_found');
  if (stored.version !== input.version) return refuse('stale_version', { field: 'version' });
  const version = stored.version + 1;
  await call.tx
    .updateTable('store_setting')
    .set({ settings: JSON.stringify(input.settings), version })
    .where('store_id', '=', call.actor.storeId)
    .execute();
  await recordStoreActivity(call, { action: 'change_settings', payload: { version } });
  call.changed('settings');
  call.changed('board:settings');
  return { settings: input.settings, version };
}

/** The stores of the person who asks. */
export async function storesOfPerson({ tx, actor }: Call): Promise<OutputOf<typeof storeContracts.stores>> {
  if (actor.kind !== 'staff') return { stores: [] };
  const { rows } = await sql<StoreOfMine>`
    select mine.store_id as "storeId", mine.store_name as name, mine.store_name_en as "nameEn", mine.is_demo as "isDemo"
    from staff, lateral stores_of_user(staff.user_id) mine
    where staff.store_id = ${actor.storeId} and staff.staff_id = ${actor.staffId}`.execute(tx);
  return { stores: rows };
}

type StoreOfMine = { storeId: string; name: string; nameEn: string; isDemo: boolean };
