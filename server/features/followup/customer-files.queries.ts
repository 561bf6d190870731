import { sql } from 'kysely';
import type { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import type { Call } from '#server/http/call.ts';

type FilesDue = (typeof followUpContracts)['filesDue'];

/** Customer files not yet completed, the most urgent first (R290). */
export async function filesDue(
  { tx, actor, now }: Call,
  { overdue, limit, offset }: InputOf<FilesDue>,
): Promise<OutputOf<FilesDue>> {
  let matching = tx
    .selectFrom('customer as c')
    .where('c.store_id', '=', actor.storeId)
    .where('c.file_completed_at', 'is', null)
    .where('c.file_due_at', 'is not', null);
  if (overdue) matching = matching.where('c.file_due_at', '<', now);
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await matching
    .select([
      'c.customer_id as customerId',
      'c.name',
      'c.salutation',
      'c.phone',
      sql<string>`c.file_due_at`.as('fileDueAt'),
      plates.as('plates'),
      lastArrival.as('lastArrivedAt'),
    ])
    .orderBy('c.file_due_at')
    .orderBy('c.customer_id')
    .limit(limit)
    .offset(offset)
    .execute();
  const items = rows.map((row) => ({ ...row, phone: row.phone && maskPhone(row.phone), overdue: row.fileDueAt < now }));
  return { total, items };
}

const plates = sql<string[]>`array(
  select v.plate from vehicle_party p join vehicle v on v.store_id = p.store_id and v.vehicle_id = p.vehicle_id
  where p.store_id = c.store_id and p.customer_id = c.customer_id and p.ended_at is null and v.plate is not null
  order by v.plate limit 20)`;

const lastArrival = sql<string | null>`(select max(r.arrived_at) from repair_order r
  where r.store_id = c.store_id and r.customer_id = c.customer_id)`;
