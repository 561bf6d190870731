import type { Tx } from '#db/transaction.ts';
import type { ReceiveInput } from '#domain/reception/receive-car.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

/** Number of the car's order that is open or ready and no internal one; null when there is none. */
export async function findOpenOrder(tx: Tx, vehicleId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('repair_order')
    .select('order_no')
    .where('vehicle_id', '=', vehicleId)
    .where('state', 'in', ['open', 'ready'])
    .where('kind', '<>', 'internal')
    .executeTakeFirst();
  return row?.order_no ?? null;
}

/** The car's present parties by name. */
export function findParties(tx: Tx, vehicleId: string): Promise<Visit['parties']> {
  return tx
    .selectFrom('vehicle_party as p')
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'p.store_id').onRef('c.customer_id', '=', 'p.customer_id'),
    )
    .select([
      'p.vehicle_id as vehicleId',
      'p.customer_id as customerId',
      'p.relation',
      'p.since',
      'p.ended_at as endedAt',
      'c.name',
      'c.approval_limit_fen as approvalLimitFen',
    ])
    .where('p.vehicle_id', '=', vehicleId)
    .where('p.ended_at', 'is', null)
    .orderBy('p.since')
    .execute();
}

/** The first field of the input that names an advisor, appointment or order that this store does not have. */
export async function namesOneUnknown(tx: Tx, input: ReceiveInput): Promise<keyof ReceiveInput | null> {
  const { advisorId, appointmentId, comebackOf, vehicleId } = input;
  const searches = {
    advisorId: tx.selectFrom('staff').select('staff_id').where('staff_id', '=', advisorId).where('active', '=', true),
    appointmentId: tx.selectFrom('appointment').select('appointment_id').where('appointment_id', '=', appointmentId),
    comebackOf: tx
      .selectFrom('repair_order')
      .select('order_id')
      .where('order_id', '=', comebackOf)
      .where('vehicle_id', '=', vehicleId),
  };
  const named = (['advisorId', 'appointmentId', 'comebackOf'] as const).filter((field) => input[field] !== null);
  const found = await Promise.all(named.map((field) => searches[field].executeTakeFirst()));
  return named.find((_, place) => found[place] === undefined) ?? null;
}
