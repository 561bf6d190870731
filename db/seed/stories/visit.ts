import { closeWithoutWork } from '#domain/repair-order/close-without-work.ts';
import { cancel } from '#domain/repair-order/cancel.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { oneOf, type Colleague, type World } from '#db/seed/engine/world.ts';
import { deliver } from '#db/seed/stories/deliver.ts';
import { estimate } from '#db/seed/stories/estimate.ts';
import { pause, simply, stopsAt, visitOf, type Going } from '#db/seed/stories/going.ts';
import type { Checkpoint, VisitPlan } from '#db/seed/stories/plan.ts';
import { finish } from '#db/seed/stories/quality.ts';
import { receive, reception, seat } from '#db/seed/stories/reception.ts';
import { settle } from '#db/seed/stories/settle.ts';
import { handIn, work } from '#db/seed/stories/workshop.ts';
import { arrive, expectFile } from '#db/seed/stories/around.ts';

type Visiting = {
  readonly plan: VisitPlan;
  readonly advisor?: Colleague;
  readonly arrived?: (orderId: string) => void;
};

/** A whole visit, from the gate and back to it, or as far as its plan goes. */
export function* visit(world: World, { plan, advisor = oneOf(world, 'advisor'), arrived }: Visiting): Story {
  if (isHere(world, plan.vehicleId)) return;
  const going = receive(world, plan, advisor);
  arrived?.(going.orderId);
  arrive(going);
  if (plan.kind !== 'internal' && plan.kind !== 'pdi') expectFile(world, plan.customerId, advisor);
  yield* reception(going);
  if (isBefore(going, 'form_handed')) return;
  yield* estimate(going);
  if (isBefore(going, 'presented')) return;
  yield* decided(going);
}

const isHere = (world: World, vehicleId: string): boolean =>
  [...world.open].some((orderId) => world.visits.get(orderId)?.order.vehicleId === vehicleId);

const isBefore = (going: Going, point: Checkpoint): boolean => stopsAt(going, point);

function* decided(going: Going): Story {
  const { plan, advisor } = going;
  if (plan.choice !== 'accept') {
    yield* pause(going, 4);
    simply(going, advisor, { decide: closeWithoutWork, input: {} });
    yield* settle(going);
    yield* deliver(going);
    return;
  }
  if (isBefore(going, 'decided')) return;
  seat(going);
  yield* handIn(going);
  if (isBefore(going, 'handed')) return;
  if (plan.ending === 'cancelled') {
    simply(going, advisor, { decide: cancel, input: { reason: '客户临时有急事，改日再来' } });
    yield* deliver(going);
    return;
  }
  yield* worked(going);
}

function* worked(going: Going): Story {
  yield* work(going);
  if (isBefore(going, 'leader_checked')) return;
  yield* finish(going);
  if (isBefore(going, 'told')) return;
  yield* settle(going);
  if (isBefore(going, 'paid')) return;
  if (visitOf(going).order.state === 'ready') yield* deliver(going);
}
