import { sql } from 'kysely';
import { shopDay, shopDayRange } from '#domain/kernel/calendar.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import { advisorTask } from '#domain/repair-order/advisor-task.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import type { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import { rowShown, visitRows } from '#server/features/repair-order/visit-row.queries.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof visitListContracts;
const mostCars = 200;

const openFindings = sql<number>`(select count(*)::int from finding f
  where f.store_id = o.store_id and f.order_id = o.order_id and f.answered_at is null)`;

const asked = sql<boolean>`coalesce((select k.contacted_by is null from customer_contact k
  where k.store_id = o.store_id and k.order_id = o.order_id and k.purpose = 'question'
  order by k.contacted_at desc limit 1), false)`;

/** A cancelled car stays its advisor's until the gate lets it out. */
const inCare = sql<boolean>`(o.state in ('open', 'ready') or (o.state = 'cancelled' and o.step = 'delivery'))`;

/** My cars on the wheel: who waits for me, which promise is at risk, who comes next today. */
export async function advisorHome(call: Call): Promise<OutputOf<Contracts['advisorHome']>> {
  const advisorId = staffIdOf(call.actor);
  const rows = await visitRows(call.tx)
    .select(['o.in_workshop_since', 'o.customer_told_ready_at', openFindings.as('openFindings'), asked.as('asked')])
    .where('o.advisor_id', '=', advisorId)
    .where(inCare)
    .orderBy('o.promised_at', (order) => order.asc().nullsLast())
    .limit(mostCars)
    .execute();
  const known = rows.map(
    ({ in_workshop_since, customer_told_ready_at, openFindings: findings, asked: question, ...row }) => {
      const moved = { inWorkshop: in_workshop_since !== null, toldReady: customer_told_ready_at !== null };
      return {
        car: rowShown(call, row),
        task: advisorTask({ ...row, ...moved, openFindings: findings, asked: question }),
      };
    },
  );
  return {
    cars: known.map(({ car }) => car),
    waitingForMe: known.flatMap(({ car, task }) => (task ? [{ orderId: car.orderId, ...task }] : [])),
    atRisk: known.flatMap(({ car }) => (car.light === 'orange' || car.light === 'red' ? [car.orderId] : [])),
    appointments: await appointmentsToday(call, advisorId),
  };
}

function appointmentsToday({ tx, now }: Call, advisorId: string) {
  const { until } = shopDayRange(shopDay(now));
  const from = shopDayRange(shopDay(now)).from;
  const plates = sql<string[]>`array(select coalesce(v.plate, i.plate) from appointment_vehicle i
    left join vehicle v on v.store_id = i.store_id and v.vehicle_id = i.vehicle_id
    where i.store_id = a.store_id and i.appointment_id = a.appointment_id and coalesce(v.plate, i.plate) is not null)`;
  return tx
    .selectFrom('appointment as a')
    .select([
      'a.appointment_id as appointmentId',
      'a.starts_at as startsAt',
      'a.state',
      'a.customer_name as customerName',
      plates.as('plates'),
      'a.requested_jobs as requestedJobs',
    ])
    .where('a.advisor_id', '=', advisorId)
    .where('a.starts_at', '>=', from)
    .where('a.starts_at', '<', until)
    .where('a.state', 'in', ['requested', 'confirmed'])
    .orderBy('a.starts_at')
    .limit(50)
    .execute();
}

/** Customers who wait in the shop, the longest first. */
export async function loungeHome(call: Call): Promise<OutputOf<Contracts['loungeHome']>> {
  const rows = await visitRows(call.tx)
    .leftJoin('reception as r', (join) =>
      join.onRef('r.store_id', '=', 'o.store_id').onRef('r.order_id', '=', 'o.order_id'),
    )
    .select(['c.salutation', 'r.seated_in_lounge_at as seatedAt'])
    .where('o.waits_in_shop', '=', true)
    .where('o.state', 'in', ['open', 'ready'])
    .orderBy('o.arrived_at')
    .limit(mostCars)
    .execute();
  return {
    guests: rows.map((row) => {
      const { orderId, orderNo, step, plate, customerName, promisedAt, advisorName, arrivedAt, salutation, seatedAt } =
        row;
      const light = promiseLight(row, call.now, call.settings.promiseRiskMinutes);
      const who = { customerName, salutation, advisorName, seatedAt, arrivedAt };
      return { orderId, orderNo, step, plate, promisedAt, light, ...who };
    }),
  };
}
