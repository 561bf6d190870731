import { sql, type Expression, type SqlBool } from 'kysely';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { labourFen } from '#domain/kernel/money.ts';
import type { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import type { LabourOperation } from '#domain/store/catalogue.ts';
import type { Trade } from '#domain/staff/staff.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Operations = OutputOf<typeof catalogueContracts.listOperations>;
type Parts = OutputOf<typeof catalogueContracts.listParts>;

/** Columns of a labour operation under the names of the domain. */
export const operationColumns = [
  'operation_id as operationId',
  'code',
  'name',
  'name_en as nameEn',
  'trade',
  'category',
  'repair_category as repairCategory',
  'flat_rate_hours_centi as flatRateHoursCenti',
  'hourly_rate_fen as hourlyRateFen',
  'tax_rate_bp as taxRateBp',
  'active',
  'version',
] as const;

/** Columns of a part under the names of the domain. */
export const partColumns = [
  'part.part_id as partId',
  'code',
  'name',
  'name_en as nameEn',
  'brand',
  'category',
  'unit',
  'origin',
  'price_fen as priceFen',
  'tax_rate_bp as taxRateBp',
  'bin',
  'minimum_milli as minimumMilli',
  'active',
  'version',
] as const;

type Rates = { readonly hourlyRateFen: Readonly<Record<Trade, number>> };

/** An operation with the rate that holds and what it comes to. */
export function priced(operation: LabourOperation, { hourlyRateFen }: Rates) {
  const rateFen = operation.hourlyRateFen ?? hourlyRateFen[operation.trade];
  return { ...operation, rateFen, amountFen: labourFen(rateFen, operation.flatRateHoursCenti) };
}

/** The text stands in the code or in one of the names. */
export const named = (search: string): Expression<SqlBool> =>
  sql<SqlBool>`position(lower(${search}) in lower(code || ' ' || name || ' ' || name_en)) > 0`;

/** Labour operations by code, each with the rate that holds. */
export async function listOperations(
  call: Call,
  input: InputOf<typeof catalogueContracts.listOperations>,
): Promise<Operations> {
  const { search, trade, category, active, limit, offset } = input;
  const rows = await call.tx
    .selectFrom('labour_operation')
    .select(operationColumns)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('store_id', '=', call.actor.storeId)
    .where('active', '=', active)
    .$if(Boolean(search), (q) => q.where(named(search ?? '')))
    .$if(trade !== undefined, (q) => q.where('trade', '=', trade ?? null))
    .$if(category !== undefined, (q) => q.where('category', '=', category ?? null))
    .orderBy('code')
    .limit(limit)
    .offset(offset)
    .execute();
  const { items, total } = paged(rows);
  return { items: items.map((row) => priced(row, call.settings)), total };
}

/** Parts by code, each with what lies in stock. */
export async function listParts(call: Call, input: InputOf<typeof catalogueContracts.listParts>): Promise<Parts> {
  const { search, category, active, short, limit, offset } = input;
  const available = sql<number>`coalesce(on_hand_milli - reserved_milli, 0)`;
  const rows = await call.tx
    .selectFrom('part')
    .leftJoin('stock', (on) =>
      on.onRef('stock.store_id', '=', 'part.store_id').onRef('stock.part_id', '=', 'part.part_id'),
    )
    .select(partColumns)
    .select((e) => [
      e.fn.coalesce('on_hand_milli', sql<number>`0`).as('onHandMilli'),
      e.fn.coalesce('reserved_milli', sql<number>`0`).as('reservedMilli'),
      e.fn.coalesce('average_cost_fen', sql<number>`0`).as('averageCostFen'),
      available.as('availableMilli'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('part.store_id', '=', call.actor.storeId)
    .where('active', '=', active)
    .$if(Boolean(search), (q) => q.where(named(search ?? '')))
    .$if(category !== undefined, (q) => q.where('category', '=', category ?? ''))
    .$if(short, (q) => q.where(sql<SqlBool>`coalesce(on_hand_milli - reserved_milli, 0) < minimum_milli`))
    .orderBy('code')
    .limit(limit)
    .offset(offset)
    .execute();
  return paged(rows);
}
