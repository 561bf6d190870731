import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '#db/transaction.ts';
import type { recommendation, visitLine } from '#domain/customer/customer-view.contract.ts';

type VisitLine = z.infer<typeof visitLine>;
type Which =
  | { readonly vehicleId: string }
  | { readonly customerId: string }
  | { readonly orderIds: readonly string[] };

const jobs = sql<string[]>`array(select l.description from charge_line l
  where l.store_id = o.store_id and l.order_id = o.order_id and l.grant_id is not null order by l.line_no)`;

type Subjects = { readonly vehicleIds: readonly string[]; readonly customerIds: readonly string[] };

/** The orders of these cars and customers that are in the shop now, twenty at most. */
export async function liveOrdersOf(tx: Tx, { vehicleIds, customerIds }: Subjects): Promise<string[]> {
  if (vehicleIds.length + customerIds.length === 0) return [];
  const rows = await tx
    .selectFrom('repair_order')
    .select('order_id')
    .where('state', 'in', ['open', 'ready'])
    .where(({ or, eb }) =>
      or([
        ...(vehicleIds.length > 0 ? [eb('vehicle_id', 'in', vehicleIds)] : []),
        ...(customerIds.length > 0 ? [eb('customer_id', 'in', customerIds)] : []),
      ]),
    )
    .orderBy('arrived_at', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => row.order_id);
}

/** Visits of a car, of a customer, or by id, the latest first; at most a hundred. */
export function visitLines(tx: Tx, which: Which): Promise<VisitLine[]> {
  const rows = tx
    .selectFrom('repair_order as o')
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .leftJoin('reception as r', (join) =>
      join.onRef('r.store_id', '=', 'o.store_id').onRef('r.order_id', '=', 'o.order_id'),
    )
    .select([
      'o.order_id as orderId',
      'o.order_no as orderNo',
      'o.kind',
      'o.state',
      'o.step',
      'v.plate',
      'v.model',
      'o.complaint',
      'o.arrived_at as arrivedAt',
      'o.delivered_at as deliveredAt',
      'r.odometer_km as odometerKm',
      jobs.as('jobs'),
    ])
    .orderBy('o.arrived_at', 'desc')
    .limit(100);
  if ('vehicleId' in which) return rows.where('o.vehicle_id', '=', which.vehicleId).execute();
  if ('customerId' in which) return rows.where('o.customer_id', '=', which.customerId).execute();
  return which.orderIds.length === 0 ? Promise.resolve([]) : rows.where('o.order_id', 'in', which.orderIds).execute();
}

const doneSince = (until: string) => sql<boolean>`exists (select from charge_line d
  join repair_order n on n.store_id = d.store_id and n.order_id = d.order_id
  where d.store_id = l.store_id and n.vehicle_id = o.vehicle_id and d.grant_id is not null and n.arrived_at >= o.arrived_at
    and n.arrived_at < ${until}::timestamptz and (d.operation_id = l.operation_id or d.part_id = l.part_id
      or (l.operation_id is null and l.part_id is null and d.description = l.description)))`;

/**
 * What the customer declined or deferred at visits of this car and did not have done since, the latest first (R112); as it
 * was known when a visit arrived, where `until` names that time.
 */
export function openRecommendations(
  tx: Tx,
  vehicleId: string,
  until = 'infinity',
): Promise<z.infer<typeof recommendation>[]> {
  return tx
    .selectFrom('charge_line as l')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'l.store_id').onRef('o.order_id', '=', 'l.order_id'),
    )
    .select([
      'o.order_id as orderId',
      'o.order_no as orderNo',
      'l.line_id as lineId',
      'l.kind',
      'l.description',
      'l.necessity',
      'l.decision',
      'l.reason',
      'l.amount_fen as amountFen',
      'o.arrived_at as arrivedAt',
      'l.operation_id as operationId',
      'l.part_id as partId',
      'l.trade',
      'l.unit',
      'l.flat_rate_hours_centi as flatRateHoursCenti',
      'l.part_origin as partOrigin',
    ])
    .where('o.vehicle_id', '=', vehicleId)
    .where(sql<boolean>`o.arrived_at < ${until}::timestamptz`)
    .where('l.decision', 'in', ['declined', 'deferred'])
    .where('l.removed_at', 'is', null)
    .where(({ not }) => not(doneSince(until)))
    .orderBy('o.arrived_at', 'desc')
    .orderBy('l.line_no')
    .limit(100)
    .execute();
}
