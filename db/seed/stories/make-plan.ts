import type { LineChoice } from '#domain/authorization/authorization.ts';
import type { PaymentMethod } from '#domain/repair-order/repair-order.ts';
import { known, type World } from '#db/seed/engine/world.ts';
import type { AddOn, VisitPlan } from '#db/seed/stories/plan.ts';
import { addOns, fits, pickTheme, themes, type Theme } from '#db/seed/stories/themes.ts';

type Wish = Partial<VisitPlan> & { readonly theme?: string };

/** A plan for a car: why it comes, what is found, how the customer pays and what goes otherwise than usual. */
export function makePlan(world: World, vehicleId: string, { theme: wanted, ...wish }: Wish = {}): VisitPlan {
  const { random } = world;
  const { vehicle, parties } = known(world.vehicles, vehicleId);
  const owner = parties.find(({ relation }) => relation === 'owner');
  const customerId = owner?.customerId ?? '';
  const fitting = themes.filter((theme) => fits(theme, vehicle));
  const theme = fitting.find(({ name }) => name === wanted) ?? pickTheme(random, fitting);
  const company = known(world.customers, customerId).customer.kind === 'company';
  const waits = random.chance(0.55);
  const payment: PaymentMethod = company && random.chance(0.5) ? 'credit' : random.pick(methods);
  return {
    vehicleId,
    customerId,
    kind: theme.kind ?? 'customer',
    complaint: theme.complaint,
    jobs: theme.jobs(random),
    addOn: addOnOf(world, theme),
    choice: 'accept',
    ending: random.chance(0.02) ? 'cancelled' : random.chance(0.03) ? 'cancelled_at_work' : 'usual',
    rework: random.chance(0.04),
    otherCollector: !waits && random.chance(0.12),
    awayForParts: random.chance(0.5),
    payment,
    oldParts: random.pick(['leave', 'leave', 'take_away', 'none']),
    wash: random.chance(0.7),
    waits,
    appointmentId: null,
    comebackOf: null,
    until: null,
    live: false,
    pace: 1,
    promiseMinutes: null,
    ...theme.changes,
    ...wish,
  };
}

const methods = ['wechat', 'wechat', 'alipay', 'alipay', 'card', 'cash'] as const;
const choices: readonly LineChoice[] = ['accept', 'accept', 'accept', 'decline', 'defer'];
const plain = new Set(['oil_service', 'ev_check', 'brakes', 'tyres']);

function addOnOf({ random }: World, { name }: Theme): AddOn | null {
  if (!plain.has(name) || !random.chance(0.28)) return null;
  return { ...random.pick(addOns), choice: random.pick(choices) };
}
