import type { InputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { staffContracts } from '#domain/staff/staff.contract.ts';
import type { Call } from '#server/http/call.ts';
import { lockStore, recordStoreActivity } from '#server/features/store/store-activity.ts';

type Contracts = typeof staffContracts;
type Changed = { id: string; version: number };

/** Makes a team 班组. */
export async function createTeam(call: Call, input: InputOf<Contracts['createTeam']>): Promise<Changed> {
  await lockStore(call);
  const id = call.newId();
  const { name, nameEn, trades } = input;
  const row = { store_id: call.actor.storeId, team_id: id, name, name_en: nameEn, trades };
  await call.tx.insertInto('team').values(row).execute();
  await recordStoreActivity(call, { action: 'create_team', payload: { teamId: id } });
  call.changed('board:staff');
  return { id, version: 1 };
}

/** Changes a team; an inactive one is no longer offered. Refusal: `stale_version`. */
export async function changeTeam(call: Call, input: InputOf<Contracts['changeTeam']>): Promise<Changed | Refusal> {
  await lockStore(call);
  const { teamId: id, version, name, nameEn, trades, active } = input;
  const result = await call.tx
    .updateTable('team')
    .set({ name, name_en: nameEn, trades, active, version: version + 1 })
    .where('store_id', '=', call.actor.storeId)
    .where('team_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return unchanged(call, { table: 'team', id });
  await recordStoreActivity(call, { action: 'change_team', payload: { teamId: id, active } });
  call.changed('board:staff');
  return { id, version: version + 1 };
}

/** Makes a bay 工位. */
export async function createBay(call: Call, input: InputOf<Contracts['createBay']>): Promise<Changed> {
  await lockStore(call);
  const id = call.newId();
  await call.tx
    .insertInto('bay')
    .values({ store_id: call.actor.storeId, bay_id: id, ...input })
    .execute();
  await recordStoreActivity(call, { action: 'create_bay', payload: { bayId: id } });
  call.changed('board:staff');
  return { id, version: 1 };
}

/** Changes a bay; an inactive one is no longer offered. Refusal: `stale_version`. */
export async function changeBay(call: Call, input: InputOf<Contracts['changeBay']>): Promise<Changed | Refusal> {
  await lockStore(call);
  const { bayId: id, version, ...fields } = input;
  const result = await call.tx
    .updateTable('bay')
    .set({ ...fields, version: version + 1 })
    .where('store_id', '=', call.actor.storeId)
    .where('bay_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return unchanged(call, { table: 'bay', id });
  await recordStoreActivity(call, { action: 'change_bay', payload: { bayId: id, active: fields.active } });
  call.changed('board:staff');
  return { id, version: version + 1 };
}

/** Why nothing was updated: not there, or another version. */
async function unchanged(call: Call, at: { readonly table: 'team' | 'bay'; readonly id: string }): Promise<Refusal> {
  const { storeId } = call.actor;
  const found =
    at.table === 'team'
      ? await call.tx
          .selectFrom('team')
          .select('version')
          .where('store_id', '=', storeId)
          .where('team_id', '=', at.id)
          .executeTakeFirst()
      : await call.tx
          .selectFrom('bay')
          .select('version')
          .where('store_id', '=', storeId)
          .where('bay_id', '=', at.id)
          .executeTakeFirst();
  return found ? refuse('stale_version', { field: 'version' }) : refuse('not_found');
}
