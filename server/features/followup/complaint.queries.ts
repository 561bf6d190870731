import type { complaintContracts } from '#domain/followup/complaint.contract.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof complaintContracts;
type View = OutputOf<Contracts['detail']>;

/** Complaints, those to be answered first on top. */
export async function listComplaints(
  call: Call,
  input: InputOf<Contracts['list']>,
): Promise<OutputOf<Contracts['list']>> {
  const matching = matchingRows(call, input);
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await viewed(matching)
    .orderBy('k.respond_by')
    .orderBy('k.complaint_id')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { total, items: rows.map((row) => viewOf(row, call)) };
}

export async function complaintDetail(
  call: Call,
  { complaintId }: InputOf<Contracts['detail']>,
): Promise<View | Refusal> {
  const row = await viewed(rowsOf(call).where('k.complaint_id', '=', complaintId)).executeTakeFirst();
  return row ? viewOf(row, call) : refuse('not_found');
}

/** How many stand where, and of which class (R269). */
export async function complaintCounts({ tx, actor, now }: Call): Promise<OutputOf<Contracts['counts']>> {
  const all = tx.selectFrom('complaint').where('store_id', '=', actor.storeId);
  const byState = await all
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('state')
    .orderBy('state')
    .execute();
  const byClass = await all
    .select(['class', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('class')
    .orderBy('class')
    .execute();
  const { overdue } = await all
    .where('responded_at', 'is', null)
    .where('respond_by', '<', now)
    .where('state', 'in', ['opened', 'assigned', 'investigating'])
    .select(({ fn }) => fn.countAll<number>().as('overdue'))
    .executeTakeFirstOrThrow();
  return { byState, byClass, overdue };
}

/** What a customer sees of the complaints about their visit. Refusal `not_found` where the store has no such visit. */
export async function complaintsOfVisit(
  { tx, actor }: Call,
  { orderId }: InputOf<Contracts['ofVisit']>,
): Promise<OutputOf<Contracts['ofVisit']> | Refusal> {
  if (actor.kind === 'customer' && actor.orderId !== orderId) return refuse('not_found');
  const orders = tx.selectFrom('repair_order').select('order_id').where('store_id', '=', actor.storeId);
  if (!(await orders.where('order_id', '=', orderId).executeTakeFirst())) return refuse('not_found');
  const complaints = await tx
    .selectFrom('complaint')
    .select([
      'complaint_id as complaintId',
      'complaint_no as complaintNo',
      'state',
      'class',
      'description',
      'demand',
      'respond_by as respondBy',
      'responded_at as respondedAt',
      'resolution',
      'customer_answer as customerAnswer',
      'satisfied',
      'version',
      'created_at as createdAt',
    ])
    .where('store_id', '=', actor.storeId)
    .where('order_id', '=', orderId)
    .orderBy('created_at')
    .limit(200)
    .execute();
  return { complaints };
}

function rowsOf({ tx, actor }: Call) {
  return tx
    .selectFrom('complaint as k')
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'k.store_id').onRef('c.customer_id', '=', 'k.customer_id'),
    )
    .leftJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'k.store_id').onRef('v.vehicle_id', '=', 'k.vehicle_id'),
    )
    .leftJoin('repair_order as r', (join) =>
      join.onRef('r.store_id', '=', 'k.store_id').onRef('r.order_id', '=', 'k.order_id'),
    )
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'k.store_id').onRef('s.staff_id', '=', 'k.assignee_id'),
    )
    .where('k.store_id', '=', actor.storeId);
}

const unanswered = ['opened', 'assigned', 'investigating'] as const;

function matchingRows(call: Call, input: InputOf<Contracts['list']>) {
  const { show, state, level, orderId, customerId } = input;
  let rows = rowsOf(call);
  if (show !== 'all') rows = rows.where('k.state', '!=', 'closed');
  if (show === 'mine' && call.actor.kind === 'staff') rows = rows.where('k.assignee_id', '=', call.actor.staffId);
  if (show === 'overdue') {
    rows = rows.where('k.responded_at', 'is', null).where('k.respond_by', '<', call.now);
    rows = rows.where('k.state', 'in', unanswered);
  }
  if (state) rows = rows.where('k.state', '=', state);
  if (level) rows = rows.where('k.level', '=', level);
  if (input.class) rows = rows.where('k.class', '=', input.class);
  if (orderId) rows = rows.where('k.order_id', '=', orderId);
  return customerId ? rows.where('k.customer_id', '=', customerId) : rows;
}

function viewed(rows: ReturnType<typeof rowsOf>) {
  return rows.select([
    'k.complaint_id as complaintId',
    'k.complaint_no as complaintNo',
    'k.state',
    'k.source',
    'k.level',
    'k.class',
    'k.customer_id as customerId',
    'k.vehicle_id as vehicleId',
    'k.order_id as orderId',
    'k.description',
    'k.demand',
    'k.assignee_id as assigneeId',
    'k.respond_by as respondBy',
    'k.responded_at as respondedAt',
    'k.cause',
    'k.resolution',
    'k.preventive_measure as preventiveMeasure',
    'k.customer_answer as customerAnswer',
    'k.satisfied',
    'k.closed_at as closedAt',
    'k.version',
    'k.created_at as createdAt',
    'c.name as customerName',
    'c.salutation',
    'c.phone',
    'v.plate',
    'r.order_no as orderNo',
    's.name as assigneeName',
  ]);
}

const viewOf = (row: Omit<View, 'overdue'>, { now }: Call): View => ({
  ...row,
  phone: row.phone && maskPhone(row.phone),
  overdue: row.respondedAt === null && row.respondBy < now && unanswered.some((state) => state === row.state),
});
