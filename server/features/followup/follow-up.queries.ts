import { sql } from 'kysely';
import type { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import type { FollowUp } from '#domain/followup/follow-up.ts';
import type { CallFacts } from '#domain/followup/make-call.ts';
import { callScript } from '#domain/followup/script.ts';
import type { PreferredTime } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { roles } from '#domain/kernel/role.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof followUpContracts;
type List = Contracts['list'];
type Item = OutputOf<List>['items'][number];

/** Calls to make, in the order of the customers' preferred times. */
export async function listFollowUps(call: Call, input: InputOf<List>): Promise<OutputOf<List>> {
  const matching = matchingRows(call, input);
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await viewed(matching)
    .orderBy('f.next_try_at')
    .orderBy('f.follow_up_id')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { total, items: rows.map((row) => itemOf(row, call)) };
}

/** One call with what is said on it and what was tried (R263–R268). */
export async function followUpDetail(
  call: Call,
  { followUpId }: InputOf<Contracts['detail']>,
): Promise<OutputOf<Contracts['detail']> | Refusal> {
  const one = rowsOf(call).where('f.follow_up_id', '=', followUpId);
  const row = await viewed(one).select('r.delivered_at as deliveredAt').executeTakeFirst();
  if (!row) return refuse('not_found');
  const { deliveredAt, ...rest } = row;
  const item = itemOf(rest, call);
  const script = callScript({
    kind: item.kind,
    store: await storeName(call),
    post: roles.follow_up_agent,
    customer: `${item.customerName}${item.salutation}`,
    plate: item.plate ?? item.model,
    jobs: item.jobs,
  });
  return { ...item, deliveredAt, script: [...script], attemptList: await attemptsOf(call, followUpId) };
}

/** When the customer of a call likes to be called: as their statement says, else as on file. */
export async function callFacts({ tx, actor }: Call, { orderId, customerId }: FollowUp): Promise<CallFacts> {
  const { rows } = await sql<{ preferred: PreferredTime | null }>`
    select coalesce(
      (select s.preferred_call from statement s where s.store_id = ${actor.storeId} and s.order_id = ${orderId}
        and s.payer = 'customer' and s.state <> 'withdrawn'),
      (select c.preferred_call from customer c where c.store_id = ${actor.storeId} and c.customer_id = ${customerId})
    ) as preferred`.execute(tx);
  return { preferred: rows[0]?.preferred ?? null };
}

function rowsOf({ tx, actor }: Call) {
  return tx
    .selectFrom('follow_up as f')
    .innerJoin('repair_order as r', (join) =>
      join.onRef('r.store_id', '=', 'f.store_id').onRef('r.order_id', '=', 'f.order_id'),
    )
    .innerJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'f.store_id').onRef('c.customer_id', '=', 'f.customer_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'f.store_id').onRef('v.vehicle_id', '=', 'f.vehicle_id'),
    )
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'f.store_id').onRef('s.staff_id', '=', 'f.agent_id'),
    )
    .where('f.store_id', '=', actor.storeId);
}

function matchingRows(call: Call, { show, state, kind, mine, orderId }: InputOf<List>) {
  let rows = rowsOf(call);
  if (show !== 'all') rows = rows.where('f.state', 'in', ['planned', 'trying']);
  if (show === 'due') rows = rows.where('f.next_try_at', '<=', call.now);
  if (show === 'overdue') rows = rows.where('f.due_by', '<', call.now);
  if (state) rows = rows.where('f.state', '=', state);
  if (kind) rows = rows.where('f.kind', '=', kind);
  if (mine && call.actor.kind === 'staff') rows = rows.where('f.agent_id', '=', call.actor.staffId);
  return orderId ? rows.where('f.order_id', '=', orderId) : rows;
}

const jobs = sql<string[]>`array(
  select l.description from charge_line l
  where l.store_id = f.store_id and l.order_id = f.order_id and l.grant_id is not null and l.kind in ('labour', 'diagnosis', 'sublet')
    and l.decision = 'accepted'
  order by l.line_no limit 20)`;

function viewed(rows: ReturnType<typeof rowsOf>) {
  return rows.select([
    'f.follow_up_id as followUpId',
    'f.kind',
    'f.state',
    'f.order_id as orderId',
    'f.customer_id as customerId',
    'f.vehicle_id as vehicleId',
    'f.due_from as dueFrom',
    'f.due_by as dueBy',
    'f.next_try_at as nextTryAt',
    'f.attempts',
    sql<FollowUp['answers']>`f.answers`.as('answers'),
    'f.opinion',
    'f.new_needs as newNeeds',
    'f.satisfied',
    'f.recommend_score as recommendScore',
    'f.agent_id as agentId',
    'f.done_at as doneAt',
    'f.complaint_id as complaintId',
    'f.version',
    'f.created_at as createdAt',
    'r.order_no as orderNo',
    'c.name as customerName',
    'c.salutation',
    'c.phone',
    sql<PreferredTime | null>`c.preferred_call`.as('preferredCall'),
    'v.plate',
    'v.model',
    's.name as agentName',
    jobs.as('jobs'),
  ]);
}

const itemOf = (row: Omit<Item, 'overdue'>, { now }: Call): Item => ({
  ...row,
  phone: row.phone && maskPhone(row.phone),
  overdue: (row.state === 'planned' || row.state === 'trying') && row.dueBy < now,
});

async function storeName({ tx, actor }: Call): Promise<string> {
  const store = await tx
    .selectFrom('store')
    .select('name')
    .where('store_id', '=', actor.storeId)
    .executeTakeFirstOrThrow();
  return store.name;
}

function attemptsOf({ tx, actor }: Call, followUpId: string) {
  return tx
    .selectFrom('follow_up_attempt as a')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'a.store_id').onRef('s.staff_id', '=', 'a.tried_by'),
    )
    .select([
      'a.attempt_id as attemptId',
      'a.channel',
      'a.result',
      'a.note',
      'a.tried_by as triedBy',
      'a.tried_at as triedAt',
      's.name as byName',
    ])
    .where('a.store_id', '=', actor.storeId)
    .where('a.follow_up_id', '=', followUpId)
    .orderBy('a.tried_at')
    .execute();
}
