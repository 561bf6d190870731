import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/generated/schema.ts';
import type { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import { addMinutes, shopDay, shopDayRange, type ShopDay } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import { board as appointmentBoard } from '#server/features/appointment/appointment.queries.ts';
import { activeBays, technicians, type Span } from '#server/features/dispatch/dispatch-options.queries.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof dispatchBoardContracts;
type Board = OutputOf<Contracts['board']>;
const most = 500;

/** A day of the workshop: what is planned and what happened per bay and technician, what has no plan yet, what waits and why. */
export async function readBoard(call: Call, { day = shopDay(call.now) }: InputOf<Contracts['board']>): Promise<Board> {
  const span = shopDayRange(day);
  return {
    day,
    now: call.now,
    opensAt: call.settings.opensAt,
    closesAt: call.settings.closesAt,
    bays: await activeBays(call),
    technicians: await technicians(call).execute(),
    plans: await plansOf(call, span),
    actuals: await actualsOf(call, span),
    queue: await queueOf(call),
    waiting: await waitingCars(call),
    washing: await washingCars(call),
    expected: await expectedCars(call, day),
  };
}

/** Appointments of the day that have not arrived, by time (R043). */
async function expectedCars(call: Call, day: ShopDay): Promise<Board['expected']> {
  const { tags } = await appointmentBoard(call, { day });
  return tags
    .filter(({ state }) => state === 'requested' || state === 'confirmed')
    .map(({ appointmentId, plates, requestedJobs, bayId, startsAt, minutes, marker }) => ({
      appointmentId,
      plates,
      requestedJobs,
      bayId,
      from: startsAt,
      until: addMinutes(startsAt, minutes),
      marker,
    }));
}

/** Lines of orders with what names them on a board. */
export const jobLines = (tx: Kysely<DB>) =>
  tx
    .selectFrom('charge_line as l')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'l.store_id').onRef('o.order_id', '=', 'l.order_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .select([
      'l.order_id as orderId',
      'o.order_no as orderNo',
      'v.plate',
      'l.line_id as lineId',
      'l.description',
      'l.trade',
      'l.work_state as workState',
      'l.flat_rate_hours_centi as hoursCenti',
    ]);

function plansOf({ tx, actor }: Call, { from, until }: Span): Promise<Board['plans']> {
  return jobLines(tx)
    .innerJoin('assignment as a', (join) =>
      join
        .onRef('a.store_id', '=', 'l.store_id')
        .onRef('a.order_id', '=', 'l.order_id')
        .onRef('a.line_id', '=', 'l.line_id'),
    )
    .select([
      'a.assignment_id as assignmentId',
      'a.bay_id as bayId',
      'a.team_id as teamId',
      'a.technician_id as technicianId',
      'a.technician_slot as technicianSlot',
      'a.planned_from as from',
      'a.planned_until as until',
      sql<'planned' | 'done'>`a.state`.as('state'),
    ])
    .where('a.store_id', '=', actor.storeId)
    .where('a.state', '<>', 'void')
    .where('a.planned_from', '<', until)
    .where('a.planned_until', '>', from)
    .orderBy('a.planned_from')
    .limit(most)
    .execute();
}

function actualsOf({ tx, actor }: Call, { from, until }: Span): Promise<Board['actuals']> {
  return jobLines(tx)
    .innerJoin('punch as p', (join) =>
      join
        .onRef('p.store_id', '=', 'l.store_id')
        .onRef('p.order_id', '=', 'l.order_id')
        .onRef('p.line_id', '=', 'l.line_id'),
    )
    .select([
      'p.punch_id as punchId',
      'p.bay_id as bayId',
      'p.technician_id as technicianId',
      'p.started_at as from',
      'p.ended_at as until',
      'p.end_reason as endReason',
    ])
    .where('p.store_id', '=', actor.storeId)
    .where('p.started_at', '>=', from)
    .where('p.started_at', '<', until)
    .orderBy('p.started_at')
    .limit(most)
    .execute();
}

async function queueOf({ tx, actor, now, settings }: Call): Promise<Board['queue']> {
  const rows = await jobLines(tx)
    .select([
      'l.version as lineVersion',
      'v.model',
      'l.rework_count as reworkCount',
      'o.priority',
      'o.in_workshop_since as inWorkshopSince',
      'o.promised_at as promisedAt',
      'o.ready_at as readyAt',
      'o.state',
    ])
    .where('l.store_id', '=', actor.storeId)
    .where('l.work_state', '=', 'queued')
    .where('l.removed_at', 'is', null)
    .where('o.state', '=', 'open')
    .where(
      sql<boolean>`not exists (select from assignment a where a.store_id = l.store_id and a.order_id = l.order_id
        and a.line_id = l.line_id and a.state = 'planned')`,
    )
    .orderBy('o.priority', (priority) => priority.asc().nullsLast())
    .orderBy('o.promised_at', (promised) => promised.asc().nullsLast())
    .orderBy('l.line_no')
    .limit(most)
    .execute();
  return rows.map(({ readyAt, state, ...row }) => ({
    ...row,
    light: promiseLight({ ...row, readyAt, state }, now, settings.promiseRiskMinutes),
  }));
}

/** Finished cars whose washing has begun, the longest first (R190). */
function washingCars({ tx, actor }: Call): Promise<Board['washing']> {
  return tx
    .selectFrom('repair_order as o')
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .innerJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'o.store_id').onRef('s.staff_id', '=', 'o.advisor_id'),
    )
    .select(['o.order_id as orderId', 'v.plate', 's.name as advisorName', sql<string>`o.wash_started_at`.as('since')])
    .where('o.store_id', '=', actor.storeId)
    .where('o.state', '=', 'ready')
    .where('o.wash_started_at', 'is not', null)
    .where('o.washed_at', 'is', null)
    .orderBy('o.wash_started_at')
    .limit(most)
    .execute();
}

async function waitingCars({ tx, actor, now, settings }: Call): Promise<Board['waiting']> {
  const rows = await openWaits(tx, actor.storeId).execute();
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return [...byOrder.values()].flatMap((waits) => {
    const [first] = waits;
    if (!first) return [];
    const { orderId, orderNo, plate, advisorName, promisedAt } = first;
    const light = promiseLight(first, now, settings.promiseRiskMinutes);
    return [{ orderId, orderNo, plate, advisorName, promisedAt, light, waits: waits.map(waitShown) }];
  });
}

const openWaits = (tx: Kysely<DB>, storeId: string) =>
  tx
    .selectFrom('wait as w')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'w.store_id').onRef('o.order_id', '=', 'w.order_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .innerJoin('staff as s', (join) =>
      join.onRef('s.store_id', '=', 'o.store_id').onRef('s.staff_id', '=', 'o.advisor_id'),
    )
    .leftJoin('charge_line as l', (join) =>
      join
        .onRef('l.store_id', '=', 'w.store_id')
        .onRef('l.order_id', '=', 'w.order_id')
        .onRef('l.line_id', '=', 'w.line_id'),
    )
    .select([
      'w.order_id as orderId',
      'o.order_no as orderNo',
      'o.state',
      'o.ready_at as readyAt',
      'v.plate',
      's.name as advisorName',
      'o.promised_at as promisedAt',
      'w.wait_id as waitId',
      'w.line_id as lineId',
      'l.description',
      'w.reason',
      'w.since',
      'w.expected_until as expectedUntil',
      'w.note',
    ])
    .where('w.store_id', '=', storeId)
    .where('w.ended_at', 'is', null)
    .where('o.state', 'in', ['open', 'ready'])
    .orderBy('o.promised_at', (promised) => promised.asc().nullsLast())
    .orderBy('w.since')
    .limit(most);

type WaitRow = Board['waiting'][number]['waits'][number];

const waitShown = ({ waitId, lineId, description, reason, since, expectedUntil, note }: WaitRow): WaitRow => ({
  waitId,
  lineId,
  description,
  reason,
  since,
  expectedUntil,
  note,
});
