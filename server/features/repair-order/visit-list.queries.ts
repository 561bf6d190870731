import { sql } from 'kysely';
import { addDays, shopDateTime } from '#domain/kernel/calendar.ts';
import type { VisitListInput, VisitRowView } from '#domain/repair-order/visit-list.contract.ts';
import { findSubjects } from '#server/features/customer/search.queries.ts';
import { rowShown, visitRows } from '#server/features/repair-order/visit-row.queries.ts';
import type { Call } from '#server/http/call.ts';

const mostFound = 200;
type Rows = ReturnType<typeof visitRows>;

/** Cars by state, step, advisor, day, text and what they wait for, the nearest promise first. */
export async function listVisits(call: Call, input: VisitListInput): Promise<{ rows: VisitRowView[]; total: number }> {
  const texted = await withText(call, visitRows(call.tx), input.text);
  if (!texted) return { rows: [], total: 0 };
  const rows = await filtered(texted, input)
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('o.promised_at', (order) => order.asc().nullsLast())
    .orderBy('o.arrived_at')
    .offset(input.offset)
    .limit(input.limit)
    .execute();
  return { rows: rows.map(({ total: _total, ...row }) => rowShown(call, row)), total: Number(rows[0]?.total ?? 0) };
}

function filtered(rows: Rows, { states, step, advisorId, from, until, waits }: VisitListInput): Rows {
  return rows
    .$if(states.length > 0, (q) => q.where('o.state', 'in', states))
    .$if(step !== undefined, (q) => q.where('o.step', '=', step ?? 'reception'))
    .$if(advisorId !== undefined, (q) => q.where('o.advisor_id', '=', advisorId ?? ''))
    .$if(from !== undefined, (q) => q.where('o.arrived_at', '>=', shopDateTime(from ?? '', '00:00')))
    .$if(until !== undefined, (q) => q.where('o.arrived_at', '<', shopDateTime(addDays(until ?? '', 1), '00:00')))
    .$if(waits !== undefined, (q) => q.where(waitsFor(waits)));
}

const waitsFor = (reason: VisitListInput['waits']) => sql<boolean>`exists (select from wait w
  where w.store_id = o.store_id and w.order_id = o.order_id and w.ended_at is null
    and (${reason ?? 'any'} = 'any' or w.reason::text = ${reason ?? 'any'}))`;

/** The rows of orders, cars and customers that the text finds; null when it finds nothing. */
async function withText({ tx }: Call, rows: Rows, text: string | undefined): Promise<Rows | null> {
  if (!text) return rows;
  const found = await findSubjects(tx, text, mostFound);
  if (found.length === 0) return null;
  const idsOf = (kind: string) =>
    found.filter(({ subject_kind }) => subject_kind === kind).map((each) => each.subject_id);
  return rows.where(({ or, eb, val }) =>
    or([
      eb('o.order_id', '=', eb.fn.any(val(idsOf('repair_order')))),
      eb('o.vehicle_id', '=', eb.fn.any(val(idsOf('vehicle')))),
      eb('o.customer_id', '=', eb.fn.any(val(idsOf('customer')))),
    ]),
  );
}
