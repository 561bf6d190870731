import { inStoreSnapshot, type Tx } from '#db/transaction.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { maskPlate } from '#domain/kernel/plate.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import type { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import type { OpenCall } from '#server/http/bind.ts';

type Board = OutputOf<typeof visitListContracts.loungeBoard>;

/** What hangs on the wall of the lounge: masked plates, steps and promises, no names. Refusals: `not_found`, also when the store keeps it for itself. */
export const loungeBoard = ({ deps, now }: OpenCall, store: string): Promise<Board | Refusal> =>
  inStoreSnapshot(deps.database, store, async (tx) => {
    const settings = await deps.settings.of(tx, store);
    const known = await tx
      .selectFrom('store')
      .select(['name', 'name_en'])
      .where('store_id', '=', store)
      .executeTakeFirst();
    if (!known || !settings.loungeBoardPublic) return refuse('not_found');
    const cars = (await carsInShop(tx)).map(({ plate, step, promised_at, ready_at, state }) => {
      const light = promiseLight(
        { state, promisedAt: promised_at, readyAt: ready_at },
        now,
        settings.promiseRiskMinutes,
      );
      const shown = plate === null ? '临牌' : maskPlate(plate);
      return { plate: shown, step, promisedAt: promised_at, ready: state === 'ready', late: light === 'red' };
    });
    return { storeName: known.name, storeNameEn: known.name_en, now, cars };
  });

type Boards = OutputOf<typeof visitListContracts.loungeBoards>;

/** The stores that do not keep their board for themselves. */
export async function loungeBoards({ deps }: OpenCall): Promise<Boards> {
  const all = await deps.database.db
    .selectFrom('store')
    .select(['store_id as storeId', 'name', 'name_en as nameEn'])
    .orderBy('name')
    .orderBy('store_id')
    .limit(200)
    .execute();
  const stores: Boards['stores'] = [];
  for (const store of all) {
    const { loungeBoardPublic } = await inStoreSnapshot(deps.database, store.storeId, (tx) =>
      deps.settings.of(tx, store.storeId),
    );
    if (loungeBoardPublic) stores.push(store);
  }
  return { stores };
}

const carsInShop = (tx: Tx) =>
  tx
    .selectFrom('repair_order as o')
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .select(['v.plate', 'o.step', 'o.promised_at', 'o.ready_at', 'o.state'])
    .where('o.state', 'in', ['open', 'ready'])
    .where('o.kind', 'not in', ['internal', 'pdi'])
    .orderBy('o.promised_at', (order) => order.asc().nullsLast())
    .orderBy('o.arrived_at')
    .limit(100)
    .execute();
