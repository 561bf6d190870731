import { followUpShape } from '#db/aggregate/follow-up-shape.ts';
import { outreachShape } from '#db/aggregate/outreach-shape.ts';
import { authorizeCollector } from '#domain/delivery/authorize-collector.ts';
import { handOver } from '#domain/delivery/hand-over.ts';
import { issueFinalPass } from '#domain/delivery/issue-final-pass.ts';
import { openGate } from '#domain/delivery/open-gate.ts';
import { recordService } from '#domain/delivery/record-service.ts';
import { planFollowUpsOf, preferredCallOf } from '#domain/followup/plan-follow-ups.ts';
import { planOutreach, renewOutreach, type OutreachPlan } from '#domain/outreach/plan-outreach.ts';
import { firstTry, inviteFrom } from '#domain/outreach/service-due.ts';
import { tick } from '#domain/reception/finish-reception.ts';
import { statementOf } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { numberOfDay } from '#domain/settlement/statement-number.ts';
import { contextOf, recorded } from '#db/seed/engine/record.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { acting, known, nextNumber, oneOf, type World } from '#db/seed/engine/world.ts';
import { act, keepReading, keepVehicle, soon, simply, stopsAt, visitOf, type Going } from '#db/seed/stories/going.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The number and the secret code of a new pass. */
export const passFacts = (world: World) => ({
  passNo: numberOfDay('CM', world.now, nextNumber(world, 'gate_pass')),
  code: Array.from({ length: 10 }, () => world.random.pick([...letters])).join(''),
});

/** Gate pass, key and papers, and out of the gate (R230, R241–R254). */
export function* deliver(going: Going): Story {
  const { world, advisor, plan } = going;
  yield* soon(going, 3);
  if (stopsAt(going, 'paid')) return;
  const mayAuthorize = plan.otherCollector && visitOf(going).order.state === 'ready';
  const collector = mayAuthorize ? authorize(going) : null;
  const collectorId = collector?.collectorId ?? null;
  act(going, advisor, {
    decide: issueFinalPass,
    input: { collectorId },
    facts: { otherOrderNo: null, ...passFacts(world) },
  });
  yield* soon(going, 3);
  if (stopsAt(going, 'passed')) return;
  handBack(going, collector);
  yield* soon(going, 4);
  if (stopsAt(going, 'handed_over')) return;
  leave(going);
}

type Collector = { readonly collectorId: string; readonly name: string; readonly code: string };

/** Somebody else fetches the car, with a one-time code (R249). */
function authorize(going: Going): Collector {
  const { world, advisor } = going;
  const { customer } = visitOf(going);
  const name = `${customer.name.slice(0, 1)}${world.random.pick(['建', '晓', '子', '明'])}`;
  const code = String(world.random.int(0, 999_999)).padStart(6, '0');
  const input = { name, phone: null, consent: 'one_time_code' as const, evidence: null };
  const { id } = act(going, advisor, { decide: authorizeCollector, input, facts: { code } });
  return { collectorId: id ?? '', name, code };
}

const kept = ['belongings_gathered', 'contact_given', 'other_service_asked', 'farewell', 'care_advised'] as const;
const opinions = ['很满意', '等待时间稍长', '讲解很清楚', null, null, null] as const;

function handBack(going: Going, collector: Collector | null): void {
  const { world, advisor } = going;
  const { order, entrusted, customer } = visitOf(going);
  const own = order.kind === 'internal' || order.kind === 'pdi';
  const input = {
    collectorId: collector?.collectorId ?? null,
    collectorName: collector?.name ?? (own ? customer.name : order.presenterName),
    code: collector?.code ?? null,
    itemIds: entrusted.filter(({ returnedAt }) => returnedAt === null).map(({ itemId }) => itemId),
    satisfaction: world.random.chance(0.9) ? world.random.pick([4, 5, 5, 5, 3]) : null,
    opinion: world.random.pick(opinions),
    otherService: null,
  };
  simply(going, advisor, { decide: handOver, input });
  if (order.state === 'cancelled') return;
  simply(going, advisor, { decide: tick, input: { items: [...kept], note: null } });
}

function leave(going: Going): void {
  const { world } = going;
  const guard = oneOf(world, 'guard');
  const { passes, vehicle, order } = visitOf(going);
  const pass = passes.find(({ state }) => state === 'issued');
  const file = known(world.vehicles, vehicle.vehicleId);
  const km = (vehicle.odometerKm ?? 0) + world.random.int(0, 1);
  act(going, guard, { decide: openGate, input: { code: pass?.code ?? '', odometerKm: km }, facts: file });
  keepReading(going, guard, { kind: 'out', km, reason: null });
  if (visitOf(going).order.state === 'delivered') follow(going, order.kind === 'internal' || order.kind === 'pdi');
}

/** What a delivery leads to: the car's file, two calls, the next reminder (R235, R236, R260). */
function follow({ world, orderId }: Going, own: boolean): void {
  const visit = visitOf({ world, orderId });
  const guard = acting(world, oneOf(world, 'guard'));
  const file = known(world.vehicles, visit.order.vehicleId);
  const done = recordService(file, visit, world.now);
  if (done) keepVehicle(world, done, guard);
  if (own) return;
  for (const { next, activity, output } of planFollowUpsOf(visit, contextOf(world, guard, undefined)))
    world.followUps.set(output, recorded(world, followUpShape, { next, activity, actor: guard }));
  remind(world, visit);
}

function remind(world: World, visit: Visit): void {
  const plan = reminderOf(world, visit);
  if (!plan) return;
  const actor = acting(world, oneOf(world, 'guard'));
  const live = [...world.outreaches.values()].find(
    ({ outreach }) =>
      outreach.vehicleId === plan.vehicleId &&
      outreach.topic === plan.topic &&
      (outreach.state === 'planned' || outreach.state === 'invited'),
  );
  const { next, activity } = live ? renewOutreach(live, plan) : planOutreach(plan, contextOf(world, actor, undefined));
  world.outreaches.set(next.outreach.outreachId, recorded(world, outreachShape, { next, activity, actor }));
}

function reminderOf(world: World, visit: Visit): OutreachPlan | null {
  const { order, vehicle } = visit;
  const statement = statementOf(visit, 'customer');
  const due = { dueOn: statement?.nextServiceOn ?? null, dueKm: statement?.nextServiceKm ?? null };
  const day = inviteFrom({ ...vehicle, ...due }, world.now, world.settings);
  if (day === null) return null;
  return {
    ...due,
    topic: 'service_due',
    vehicleId: order.vehicleId,
    customerId: order.customerId,
    dueFrom: firstTry(day, world.now, preferredCallOf(visit)),
    note: null,
    sourceOrderId: order.orderId,
  };
}
