import { sql } from 'kysely';
import type { WorkState } from '#domain/estimate/charge-line.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import type { CheckItem } from '#domain/quality/inspection.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import { scopeOf } from '#domain/workshop/check-scope.ts';
import { pointsShown } from '#domain/workshop/job-view.ts';
import type { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import type { Call } from '#server/http/call.ts';

type Car = OutputOf<typeof workshopListContracts.checks>['cars'][number];
const most = 400;

/** Names of who worked on a line, and whether one of them asks. */
export const workersOf = sql<string[]>`array(select distinct s.name from punch p
  join staff s on s.store_id = p.store_id and s.staff_id = p.technician_id
  where p.store_id = l.store_id and p.order_id = l.order_id and p.line_id = l.line_id order by 1)`;

const workedOnIt = (staffId: string) => sql<boolean>`exists (select from punch p
  where p.store_id = l.store_id and p.order_id = l.order_id and p.line_id = l.line_id and p.technician_id = ${staffId})`;

const valid = (kind: 'self_check' | 'leader_check', column: 'items' | 'advice') => sql`(select i.${sql.ref(column)}
  from inspection i
  where i.store_id = l.store_id and i.order_id = l.order_id and i.line_id = l.line_id and i.kind = ${kind}
    and i.voided_at is null
  order by i.inspected_at desc limit 1)`;

/** Lines of open orders that are finished by the technician or further, with their checks. */
export const checkedLines = ({ tx, actor }: Call) =>
  tx
    .selectFrom('charge_line as l')
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'l.store_id').onRef('o.order_id', '=', 'l.order_id'),
    )
    .innerJoin('vehicle as v', (join) =>
      join.onRef('v.store_id', '=', 'o.store_id').onRef('v.vehicle_id', '=', 'o.vehicle_id'),
    )
    .select([
      'o.order_id as orderId',
      'o.order_no as orderNo',
      'o.state',
      'o.complaint',
      'o.promised_at as promisedAt',
      'o.ready_at as readyAt',
      'o.leader_check_waived_reason as leaderCheckWaivedReason',
      'v.plate',
      'v.model',
      'v.odometer_km as odometerKm',
      'l.line_id as lineId',
      'l.version',
      'l.kind',
      'l.description',
      'l.trade',
      'l.repair_category as repairCategory',
      sql<WorkState>`l.work_state`.as('workState'),
      'l.work_done as workDone',
      'l.rework_count as reworkCount',
      workersOf.as('technicians'),
      workedOnIt(staffIdOf(actor)).as('ownWork'),
      sql<CheckItem[]>`coalesce(${valid('self_check', 'items')}, '[]')`.as('selfCheck'),
      sql<string | null>`${valid('leader_check', 'advice')}`.as('advice'),
    ])
    .where('l.store_id', '=', actor.storeId)
    .where('l.removed_at', 'is', null)
    .where('o.state', '=', 'open')
    .orderBy('o.promised_at', (promised) => promised.asc().nullsLast())
    .orderBy('o.order_id')
    .orderBy('l.line_no')
    .limit(most);

export type CheckedLine = Awaited<ReturnType<ReturnType<typeof checkedLines>['execute']>>[number];

/** Cars with lines that the leader has to check, the most urgent promise first (R181). */
export async function carsForLeader(call: Call): Promise<{ cars: Car[] }> {
  const rows = await checkedLines(call)
    .where('l.work_state', '=', 'self_checked')
    .where('o.leader_check_waived_reason', 'is', null)
    .execute();
  return { cars: carsOf(call, rows, 'leader_check') };
}

/** Lines by car, each with what its check asks. */
export function carsOf(call: Call, rows: readonly CheckedLine[], kind: 'leader_check' | 'final_inspection'): Car[] {
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return [...byOrder.values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const { orderId, orderNo, plate, model, complaint, promisedAt, odometerKm, leaderCheckWaivedReason } = first;
    const light = promiseLight(first, call.now, call.settings.promiseRiskMinutes);
    const shown = lines.map((line) => lineShown(line, pointsShown(itemsToCheck(kind, scopeOf([line])))));
    const car = { orderId, orderNo, plate, model, complaint, promisedAt, light, odometerKm, leaderCheckWaivedReason };
    return [{ ...car, lines: shown }];
  });
}

type Line = Car['lines'][number];

function lineShown(line: CheckedLine, checkPoints: Line['checkPoints']): Line {
  const { lineId, version, kind, description, trade, workState, workDone, reworkCount } = line;
  const { technicians, ownWork, selfCheck, advice } = line;
  const what = { lineId, version, kind, description, trade, workState, workDone, reworkCount };
  return { ...what, technicians, ownWork, selfCheck, advice, checkPoints };
}
