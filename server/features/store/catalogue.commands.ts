import { sql, type Insertable, type Updateable } from 'kysely';
import type { DB } from '#db/generated/schema.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import type { Call } from '#server/http/call.ts';
import { lockStore, recordStoreActivity } from '#server/features/store/store-activity.ts';

type Contracts = typeof catalogueContracts;
type Changed = { id: string; version: number };
type NewOperation = InputOf<Contracts['createOperation']>;
type NewPart = InputOf<Contracts['createPart']>;

const operationRow = (input: NewOperation): Omit<Insertable<DB['labour_operation']>, 'store_id' | 'operation_id'> => ({
  code: input.code,
  name: input.name,
  name_en: input.nameEn,
  trade: input.trade,
  category: input.category,
  repair_category: input.repairCategory,
  flat_rate_hours_centi: input.flatRateHoursCenti,
  hourly_rate_fen: input.hourlyRateFen,
  tax_rate_bp: input.taxRateBp,
});

const partRow = (input: NewPart): Omit<Insertable<DB['part']>, 'store_id' | 'part_id'> => ({
  code: input.code,
  name: input.name,
  name_en: input.nameEn,
  brand: input.brand,
  category: input.category,
  unit: input.unit,
  origin: input.origin,
  price_fen: input.priceFen,
  tax_rate_bp: input.taxRateBp,
  bin: input.bin,
  minimum_milli: input.minimumMilli,
});

/** Publishes a labour operation (R322). Refusal: `code_taken`. */
export async function createOperation(call: Call, input: NewOperation): Promise<Changed | Refusal> {
  await lockStore(call);
  if (await codeTaken(call, 'labour_operation', input.code)) return refuse('code_taken', { field: 'code' });
  const id = call.newId();
  const row = { store_id: call.actor.storeId, operation_id: id, ...operationRow(input) };
  await call.tx.insertInto('labour_operation').values(row).execute();
  await recordStoreActivity(call, { action: 'create_operation', payload: { operationId: id, code: input.code } });
  return { id, version: 1 };
}

/** Changes an operation from now on; lines already written keep what they said. Refusals: `code_taken`, `stale_version`. */
export async function changeOperation(
  call: Call,
  input: InputOf<Contracts['changeOperation']>,
): Promise<Changed | Refusal> {
  await lockStore(call);
  const { storeId } = call.actor;
  const { operationId: id, active } = input;
  const stored = await call.tx
    .selectFrom('labour_operation')
    .select(['version', 'code'])
    .where('store_id', '=', storeId)
    .where('operation_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const refusal = await mayChange(call, 'labour_operation', { stored, input });
  if (refusal) return refusal;
  const version = input.version + 1;
  const row: Updateable<DB['labour_operation']> = { ...operationRow(input), active, version };
  await call.tx
    .updateTable('labour_operation')
    .set(row)
    .where('store_id', '=', storeId)
    .where('operation_id', '=', id)
    .execute();
  const { flatRateHoursCenti, hourlyRateFen } = input;
  const payload = { operationId: id, version, active, flatRateHoursCenti, hourlyRateFen };
  await recordStoreActivity(call, { action: 'change_operation', payload });
  return { id, version };
}

/** Adds a part with empty stock. Refusal: `code_taken`. */
export async function createPart(call: Call, input: NewPart): Promise<Changed | Refusal> {
  await lockStore(call);
  if (await codeTaken(call, 'part', input.code)) return refuse('code_taken', { field: 'code' });
  const { storeId } = call.actor;
  const id = call.newId();
  await call.tx
    .insertInto('part')
    .values({ store_id: storeId, part_id: id, ...partRow(input) })
    .execute();
  await call.tx.insertInto('stock').values({ store_id: storeId, part_id: id }).execute();
  await recordStoreActivity(call, { action: 'create_part', payload: { partId: id, code: input.code } });
  call.changed('board:parts');
  return { id, version: 1 };
}

/** Changes a part and its price from now on. Refusals: `code_taken`, `stale_version`. */
export async function changePart(call: Call, input: InputOf<Contracts['changePart']>): Promise<Changed | Refusal> {
  await lockStore(call);
  const { storeId } = call.actor;
  const { partId: id, active } = input;
  const stored = await call.tx
    .selectFrom('part')
    .select(['version', 'code'])
    .where('store_id', '=', storeId)
    .where('part_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const refusal = await mayChange(call, 'part', { stored, input });
  if (refusal) return refusal;
  const version = input.version + 1;
  const row: Updateable<DB['part']> = { ...partRow(input), active, version };
  await call.tx.updateTable('part').set(row).where('store_id', '=', storeId).where('part_id', '=', id).execute();
  const payload = { partId: id, version, active, priceFen: input.priceFen };
  await recordStoreActivity(call, { action: 'change_part', payload });
  call.changed('board:parts');
  return { id, version };
}

type Catalogue = 'labour_operation' | 'part';

async function codeTaken({ tx, actor }: Call, table: Catalogue, code: string): Promise<boolean> {
  const own = sql`store_id = ${actor.storeId} and code = ${code}`;
  const { rows } = await sql`select 1 from ${sql.table(table)} where ${own}`.execute(tx);
  return rows.length > 0;
}

type Change = {
  readonly stored: { readonly version: number; readonly code: string } | undefined;
  readonly input: { readonly version: number; readonly code: string };
};

async function mayChange(call: Call, table: Catalogue, { stored, input }: Change): Promise<Refusal | null> {
  if (!stored) return refuse('not_found');
  if (stored.version !== input.version) return refuse('stale_version', { field: 'version' });
  const taken = stored.code !== input.code && (await codeTaken(call, table, input.code));
  return taken ? refuse('code_taken', { field: 'code' }) : null;
}
