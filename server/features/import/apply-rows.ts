import { sql } from 'kysely';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { customerContracts } from '#domain/customer/customer.contract.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { ImportKind, ImportRow } from '#domain/import/import.ts';
import { fileCustomer } from '#server/features/customer/customer.commands.ts';
import { fileVehicle } from '#server/features/customer/vehicle.commands.ts';
import type { knownRows } from '#server/features/import/known-rows.ts';
import type { Call } from '#server/http/call.ts';

type Applying = {
  readonly rows: readonly ImportRow[];
  readonly known: Awaited<ReturnType<typeof knownRows>>;
};

/** Brings checked rows into the store, in the transaction of the call: customers and cars by the rules of their files. */
export async function applyRows(call: Call, kind: ImportKind, { rows, known }: Applying): Promise<void> {
  if (rows.length > 0) await apply[kind](call, { rows, known });
}

const apply: Readonly<Record<ImportKind, (call: Call, applying: Applying) => Promise<void>>> = {
  customers: applyCustomers,
  vehicles: applyVehicles,
  labour_operations: applyOperations,
  parts: applyParts,
  opening_stock: applyStock,
};

/** Files are kept by desk roles; whoever may import acts for the desk here. */
const atDesk = (call: Call): Call =>
  call.actor.kind === 'staff'
    ? { ...call, actor: { ...call.actor, roles: [...call.actor.roles, 'service_manager'] } }
    : call;

type NewCustomer = InputOf<typeof customerContracts.fileCustomer>;
type NewCar = InputOf<typeof customerContracts.fileVehicle>;

const unsaid = { preferredCall: null, approvalLimitFen: null, phoneShared: false } as const;

async function applyCustomers(call: Call, { rows }: Applying): Promise<void> {
  const desk = atDesk(call);
  for (const { row, values } of rows)
    mustFit(row, await fileCustomer(desk, { ...(values as unknown as NewCustomer), ...unsaid }));
}

async function applyVehicles(call: Call, { rows, known }: Applying): Promise<void> {
  const desk = atDesk(call);
  for (const { row, values } of rows) {
    const { ownerPhone, ...car } = values as unknown as NewCar & { readonly ownerPhone: string | null };
    const ownerId = ownerPhone === null ? null : (known.phones.get(ownerPhone) ?? null);
    mustFit(row, await fileVehicle(desk, { ...car, ownerId }));
  }
}

/** Rows were checked just before, under the lock of the import: what is refused now is a bug. */
function mustFit(row: number, answer: unknown): void {
  if (isRefusal(answer)) throw new Error(`row ${row} was refused: ${answer.code}`);
}

async function applyOperations({ tx, actor, newId }: Call, { rows }: Applying): Promise<void> {
  const json = JSON.stringify(rows.map(({ values }) => ({ ...values, operationId: newId() })));
  await sql`insert into labour_operation (store_id, operation_id, code, name, name_en, trade, category, repair_category,
      flat_rate_hours_centi, hourly_rate_fen, tax_rate_bp)
    select ${actor.storeId}, r."operationId", r.code, r.name, r."nameEn", r.trade, r.category, r."repairCategory",
      r."flatRateHoursCenti", r."hourlyRateFen", r."taxRateBp"
    from jsonb_to_recordset(${json}::jsonb) as r("operationId" uuid, code text, name text, "nameEn" text, trade trade,
      category text, "repairCategory" repair_category, "flatRateHoursCenti" integer, "hourlyRateFen" bigint,
      "taxRateBp" integer)`.execute(tx);
}

async function applyParts({ tx, actor, newId }: Call, { rows }: Applying): Promise<void> {
  const json = JSON.stringify(rows.map(({ values }) => ({ ...values, partId: newId() })));
  await sql`with given as (
      select * from jsonb_to_recordset(${json}::jsonb) as r("partId" uuid, code text, name text, "nameEn" text, brand text,
        category text, unit text, origin part_origin, "priceFen" bigint, "taxRateBp" integer, bin text,
        "minimumMilli" bigint)),
    added as (
      insert into part (store_id, part_id, code, name, name_en, brand, category, unit, origin, price_fen, tax_rate_bp, bin,
        minimum_milli)
      select ${actor.storeId}, r."partId", r.code, r.name, r."nameEn", r.brand, r.category, r.unit, r.origin, r."priceFen",
        r."taxRateBp", r.bin, r."minimumMilli" from given r)
    insert into stock (store_id, part_id) select ${actor.storeId}, "partId" from given`.execute(tx);
}

/** The first movement of a part: what was there when the store began. */
async function applyStock(call: Call, { rows, known }: Applying): Promise<void> {
  const { tx, actor, newId, now } = call;
  const counted = rows.filter(({ values }) => Number(values['qtyMilli']) > 0);
  const json = JSON.stringify(
    counted.map(({ values }) => ({
      partId: known.parts.get(String(values['code']))?.partId,
      movementId: newId(),
      qtyMilli: values['qtyMilli'],
      unitCostFen: values['unitCostFen'],
    })),
  );
  await sql`with given as (
      select * from jsonb_to_recordset(${json}::jsonb) as r("partId" uuid, "movementId" uuid, "qtyMilli" bigint,
        "unitCostFen" bigint)),
    moved as (
      insert into stock_movement (store_id, part_id, movement_id, kind, qty_milli, unit_cost_fen, reason, moved_by, moved_at)
      select ${actor.storeId}, r."partId", r."movementId", 'opening', r."qtyMilli", r."unitCostFen", '期初导入',
        ${staffIdOf(actor)}, ${now}::timestamptz from given r)
    insert into stock (store_id, part_id, on_hand_milli, average_cost_fen)
    select ${actor.storeId}, r."partId", r."qtyMilli", r."unitCostFen" from given r
    on conflict (store_id, part_id) do update
      set on_hand_milli = stock.on_hand_milli + excluded.on_hand_milli, average_cost_fen = excluded.average_cost_fen`.execute(
    tx,
  );
  call.changed('board:parts');
}
