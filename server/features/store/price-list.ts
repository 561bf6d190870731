import { inStoreSnapshot, type Tx } from '#db/transaction.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { customerStages, customerStageWords } from '#domain/repair-order/customer-stage.ts';
import { feeRules } from '#domain/store/fee-rules.ts';
import type { priceListContract } from '#domain/store/price-list.contract.ts';
import type { StoreSettings } from '#domain/store/settings.ts';
import type { OpenCall } from '#server/http/bind.ts';
import { operationColumns, priced } from '#server/features/store/catalogue.queries.ts';

type PriceList = OutputOf<typeof priceListContract>;

/** What the store publishes: active labour operations with hours × rate, active parts, and how fees come about (R322). */
export async function readPriceList(
  { deps }: OpenCall,
  { storeId }: InputOf<typeof priceListContract>,
): Promise<PriceList | Refusal> {
  return inStoreSnapshot(deps.database, storeId, async (tx) => {
    const store = await tx
      .selectFrom('store')
      .select(['name', 'name_en as nameEn'])
      .where('store_id', '=', storeId)
      .executeTakeFirst();
    if (!store) return refuse('not_found');
    const settings = await deps.settings.of(tx, storeId);
    const { phone, address } = settings;
    return {
      store: { ...store, phone, address },
      howAVisitGoes: customerStages.map((stage) => ({ ...customerStageWords[stage] })),
      howFeesAreCalculated: feeRules(settings).map(({ zh, en }) => ({ zh, en })),
      labour: await labourPrices(tx, storeId, settings),
      parts: await partPrices(tx, storeId),
    };
  });
}

/** A published list has an end: no dealership keeps more than this. */
const longest = 20_000;

async function labourPrices(tx: Tx, storeId: string, settings: StoreSettings): Promise<PriceList['labour']> {
  const rows = await tx
    .selectFrom('labour_operation')
    .select(operationColumns)
    .where('store_id', '=', storeId)
    .where('active', '=', true)
    .orderBy('code')
    .limit(longest)
    .execute();
  return rows.map((row) => {
    const { code, name, nameEn, trade, category, flatRateHoursCenti, rateFen, amountFen } = priced(row, settings);
    return { code, name, nameEn, trade, category, hoursCenti: flatRateHoursCenti, rateFen, amountFen };
  });
}

function partPrices(tx: Tx, storeId: string): Promise<PriceList['parts']> {
  return tx
    .selectFrom('part')
    .select(['code', 'name', 'name_en as nameEn', 'brand', 'unit', 'origin', 'price_fen as priceFen'])
    .where('store_id', '=', storeId)
    .where('active', '=', true)
    .orderBy('code')
    .limit(longest)
    .execute();
}
