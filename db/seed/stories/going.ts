import { vehicleShape } from '#db/aggregate/customer-shape.ts';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import { readOdometer, type NewReading } from '#domain/customer/read-odometer.ts';
import {
  addDays,
  addMinutes,
  isWorkday,
  shopDateTime,
  shopDay,
  shopTime,
  type Instant,
} from '#domain/kernel/calendar.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import type { Actor } from '#domain/kernel/role.ts';
import type { SignatureInput } from '#domain/repair-order/visit.contract.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { allowed, contextOf, recorded, recordVisit } from '#db/seed/engine/record.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { acting, known, type Colleague, type World } from '#db/seed/engine/world.ts';
import type { Checkpoint, VisitPlan } from '#db/seed/stories/plan.ts';

/** A visit that goes on, and whoever looks after it. */
export type Going = {
  readonly world: World;
  readonly plan: VisitPlan;
  readonly orderId: string;
  readonly advisor: Colleague;
};

/** The visit as it stands, with its car and customer as they are on file now. */
export function visitOf({ world, orderId }: Pick<Going, 'world' | 'orderId'>): Visit {
  const visit = known(world.visits, orderId);
  const { vehicle } = known(world.vehicles, visit.order.vehicleId);
  const { customer } = known(world.customers, visit.order.customerId);
  return { ...visit, vehicle, customer };
}

type Move<Input, Output, Facts> = {
  readonly decide: Decide<Visit, Input, Output, Facts>;
  readonly input: Omit<Input, 'orderId'>;
  readonly facts: Facts;
};

/** Somebody does something on the visit: decided by the rule of the trade, recorded as the server would. */
export function act<Input extends { orderId: string }, Output, Facts>(
  going: Pick<Going, 'world' | 'orderId'>,
  by: Colleague | Actor,
  { decide, input, facts }: Move<Input, Output, Facts>,
): Output {
  const { world, orderId } = going;
  const visit = visitOf(going);
  const actor = 'kind' in by ? by : acting(world, by);
  const whole = { ...input, orderId } as unknown as Input;
  const decision = allowed(decide(visit, whole, contextOf(world, actor, facts)), decide.name);
  holdStock(world, visit, recordVisit(world, visit, { ...decision, actor }));
  return decision.output;
}

/** What a visit reserves more or less than before is reserved on the shelves. */
function holdStock(world: World, before: Visit, after: Visit): void {
  const earlier = new Map(before.lines.map((line) => [line.lineId, line.reservedQtyMilli]));
  for (const { lineId, partId, reservedQtyMilli } of after.lines) {
    const more = reservedQtyMilli - (earlier.get(lineId) ?? 0);
    if (partId === null || more === 0) continue;
    const stock = known(world.stock, partId);
    world.stock.set(partId, { ...stock, reservedMilli: stock.reservedMilli + more });
  }
}

/** Somebody does something that the rule decides by the visit alone. */
export const simply = <Input extends { orderId: string }, Output>(
  going: Pick<Going, 'world' | 'orderId'>,
  by: Colleague | Actor,
  { decide, input }: Omit<Move<Input, Output, undefined>, 'facts'>,
): Output => act(going, by, { decide, input, facts: undefined });

/** Adds a reading to the car's series. */
export function keepReading({ world, orderId }: Going, by: Colleague, reading: Omit<NewReading, 'orderId'>): void {
  const { vehicleId } = known(world.visits, orderId).order;
  const file = known(world.vehicles, vehicleId);
  const actor = acting(world, by);
  const done = allowed(readOdometer(file, { ...reading, orderId }, contextOf(world, actor, undefined)), 'reading');
  keepVehicle(world, done, actor);
}

type VehicleDone = {
  readonly next: VehicleFile;
  readonly activity: { action: string; payload: Readonly<Record<string, unknown>> };
};

export function keepVehicle(world: World, { next, activity }: VehicleDone, actor: Actor): void {
  world.vehicles.set(next.vehicle.vehicleId, recorded(world, vehicleShape, { next, activity, actor }));
}

/** Goes on so many minutes later; a visit of the past waits for the shop to open. */
export function* pause({ world, plan }: Going, minutes: number): Story {
  const later = addMinutes(world.now, Math.max(1, Math.round(minutes * plan.pace)));
  yield plan.live ? later : whenOpen(later);
}

/** Goes on so many minutes later whatever the clock says: nobody leaves a customer standing at closing time. */
export function* soon({ world, plan }: Going, minutes: number): Story {
  yield addMinutes(world.now, Math.max(1, Math.round(minutes * plan.pace)));
}

/** The first moment at or after `at` when the shop works. */
export function whenOpen(at: Instant): Instant {
  const day = shopDay(at);
  const time = shopTime(at);
  if (!isWorkday(day)) return whenOpen(shopDateTime(addDays(day, 1), '08:10'));
  if (time < '08:00') return shopDateTime(day, '08:10');
  return time > '19:50' ? whenOpen(shopDateTime(addDays(day, 1), '08:10')) : at;
}

const order: readonly Checkpoint[] = [
  'received',
  'form_open',
  'form_handed',
  'drafting',
  'presented',
  'decided',
  'handed',
  'dispatched',
  'parts_missing',
  'working',
  'paused',
  'self_checked',
  'leader_checked',
  'inspected',
  'washing',
  'parked',
  'internally_checked',
  'told',
  'checked',
  'stated',
  'signed',
  'paid',
  'passed',
  'handed_over',
  'gone',
];

/** Whether the visit is to stand at this point, or before it, when the demonstration starts. */
export const stopsAt = ({ plan }: Going, point: Checkpoint): boolean =>
  plan.until !== null && order.indexOf(plan.until) <= order.indexOf(point);

/** A signature by hand: three strokes, each person's a little different. */
export function signature({ random }: World, signedBy: string): SignatureInput {
  const stroke = (from: number) =>
    Array.from({ length: 4 }, (_, index) => ({
      x: from + index * random.int(18, 50),
      y: random.int(90, 310),
      t: from + index * 40,
    }));
  return { signedBy, strokes: [stroke(120), stroke(360), stroke(600)] };
}
