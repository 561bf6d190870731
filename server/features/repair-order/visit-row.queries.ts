import { sql } from 'kysely';
import type { Tx } from '#db/transaction.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import type { WaitReason } from '#domain/repair-order/repair-order.ts';
import type { VisitRowView } from '#domain/repair-order/visit-list.contract.ts';
import type { Call } from '#server/http/call.ts';

/** Cars with all that a row of a list shows; callers say which. */
export const visitRows = (tx: Tx) =>
  tx
    .selectFrom('repair_order as o')
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'o.store_id').onRef('c.customer_id', '=', 'o.customer_id'),
    )
    .innerJoin('staff as a', (join) =>
      join.onRef('a.store_id', '=', 'o.store_id').onRef('a.staff_id', '=', 'o.advisor_id'),
    )
    .select([
      'o.order_id as orderId',
      'o.order_no as orderNo',
      'o.kind',
      'o.state',
      'o.step',
      'o.step_since as stepSince',
      'v.plate',
      'v.model',
      'c.name as customerName',
      'o.advisor_id as advisorId',
      'a.name as advisorName',
      'o.arrived_at as arrivedAt',
      'o.promised_at as promisedAt',
      'o.ready_at as readyAt',
      'o.waits_in_shop as waitsInShop',
      waitsOf.as('waits'),
      washingSince.as('washingSince'),
      awaitsDecision.as('awaitsDecision'),
    ]);

const waitsOf = sql<WaitReason[]>`array(select distinct w.reason from wait w
  where w.store_id = o.store_id and w.order_id = o.order_id and w.ended_at is null order by 1)`;

/** Of a car that is being washed. */
export const washingSince = sql<string | null>`case when o.washed_at is null then o.wash_started_at end`;

const awaitsDecision = sql<boolean>`exists (select from authorization_version p
  where p.store_id = o.store_id and p.order_id = o.order_id and p.state = 'presented')`;

type Read = Omit<VisitRowView, 'light'> & { readonly readyAt: string | null };

/** A row as read, with its light at this moment. */
export function rowShown({ now, settings }: Call, { readyAt, ...row }: Read): VisitRowView {
  return { ...row, light: promiseLight({ ...row, readyAt }, now, settings.promiseRiskMinutes) };
}
