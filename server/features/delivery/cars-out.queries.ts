import type { gateContracts } from '#domain/delivery/gate.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { Call } from '#server/http/call.ts';

/** Cars that went out on a temporary pass and are not back yet, the earliest expected first (R171). */
export async function carsOut({ tx, actor }: Call): Promise<OutputOf<typeof gateContracts.carsOut>> {
  const rows = await tx
    .selectFrom('gate_pass as p')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'p.store_id').onRef('o.order_id', '=', 'p.order_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .where('p.store_id', '=', actor.storeId)
    .where('p.kind', '=', 'temporary')
    .where('p.state', '=', 'used')
    .where('p.returned_at', 'is', null)
    .select(['p.order_id as orderId', 'p.pass_no as passNo', 'v.plate', 'p.collector_name as collectorName'])
    .select(['p.reason', 'p.used_at as outSince', 'p.expected_return_at as expectedReturnAt'])
    .select('p.odometer_km as odometerKm')
    .orderBy('p.expected_return_at', (order) => order.asc().nullsLast())
    .limit(200)
    .execute();
  return { rows };
}
