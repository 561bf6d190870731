import { addDays, daysBetween, shopDay } from '#domain/kernel/calendar.ts';
import { receiveCar, type ReceiveFacts } from '#domain/reception/receive-car.ts';
import { fitKit, readingOf, recordReadings, recordWalkAround, takeItems } from '#domain/reception/fill-form.ts';
import { handOverReceptionForm, recordInterview, seatInLounge, tick } from '#domain/reception/finish-reception.ts';
import type { TickItem } from '#domain/repair-order/norms.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { contextOf, recordVisit } from '#db/seed/engine/record.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { acting, known, nextNumber, type Colleague, type World } from '#db/seed/engine/world.ts';
import { keepReading, soon, signature, simply, act, stopsAt, visitOf, type Going } from '#db/seed/stories/going.ts';
import type { VisitPlan } from '#db/seed/stories/plan.ts';

/** The present parties of a car, by name. */
export function partiesOf(world: World, vehicleId: string): Visit['parties'] {
  return known(world.vehicles, vehicleId).parties.map((party) => {
    const { name, approvalLimitFen } = known(world.customers, party.customerId).customer;
    return { ...party, vehicleId, name, approvalLimitFen };
  });
}

const isOwn = ({ kind }: VisitPlan): boolean => kind === 'internal' || kind === 'pdi';

/** Who brings the car: the owner, a company's contact, now and then a relative. */
function presenterOf(world: World, plan: VisitPlan) {
  const parties = partiesOf(world, plan.vehicleId);
  const { customer } = known(world.customers, plan.customerId);
  const contact = parties.find(({ relation }) => relation === 'fleet_contact');
  if (contact) return { name: contact.name, phone: null, entrusted: false };
  if (customer.kind === 'person' && world.random.chance(0.08))
    return { name: `${customer.name.slice(0, 1)}女士`, phone: customer.phone, entrusted: true };
  return { name: customer.name, phone: customer.phone, entrusted: false };
}

/** The car comes in: the visit begins. */
export function receive(world: World, plan: VisitPlan, advisor: Colleague): Going {
  const actor = acting(world, advisor);
  const { vehicle } = known(world.vehicles, plan.vehicleId);
  const { customer } = known(world.customers, plan.customerId);
  const facts: ReceiveFacts = { vehicle, customer, parties: partiesOf(world, plan.vehicleId), openOrderNo: null };
  const { kind, vehicleId, customerId, complaint, appointmentId, comebackOf, waits } = plan;
  const about = { kind, vehicleId, customerId, complaint, appointmentId, comebackOf, waitsInShop: waits };
  const input = { ...about, presenter: isOwn(plan) ? null : presenterOf(world, plan), advisorId: null };
  const decision = receiveCar(input, nextNumber(world, 'repair_order'), contextOf(world, actor, facts));
  const visit = recordVisit(world, null, { ...decision, actor });
  return { world, plan, advisor, orderId: visit.order.orderId };
}

const damages = [
  ['front', 'scratch', '前杠右侧细划痕'],
  ['left', 'dent', '左后门小凹陷'],
  ['wheels', 'scratch', '右前轮毂剐蹭'],
  ['right', 'paint_loss', '右侧裙边掉漆'],
  ['windscreen', 'crack', '前风挡下沿小裂纹'],
] as const;

const greeted: TickItem[] = [
  'met_at_once',
  'greeted',
  'addressed',
  'listened',
  'process_explained',
  'identity_checked',
];
const asked: TickItem[] = [
  'licence_asked',
  'booklet_asked',
  'valuables_reminded',
  'preliminary_explained',
  'seat_offered',
];

/** The reception form, filled on the car and signed (R050–R079). */
export function* reception(going: Going): Story {
  const { world, advisor, plan } = going;
  const { random } = world;
  if (stopsAt(going, 'received')) return;
  yield* soon(going, 2);
  simply(going, advisor, { decide: tick, input: { items: greeted, note: null } });
  simply(going, advisor, { decide: fitKit, input: {} });
  yield* soon(going, 2);
  readIn(going);
  yield* soon(going, 4);
  if (stopsAt(going, 'form_open')) return;
  const found = random.chance(0.55) ? [random.pick(damages)] : [];
  const items = found.map(([area, damage, note]) => ({
    area,
    damage,
    note,
    xMilli: random.int(150, 850),
    yMilli: random.int(150, 850),
    attachmentId: null,
  }));
  simply(going, advisor, {
    decide: recordWalkAround,
    input: { items, spareWheelOk: true, toolsOk: random.chance(0.97) },
  });
  const things = [
    { kind: 'key' as const, description: '车钥匙', quantity: 1 },
    { kind: 'vehicle_licence' as const, description: '行驶证', quantity: 1 },
    ...(random.chance(0.6) ? [{ kind: 'service_booklet' as const, description: '保养手册', quantity: 1 }] : []),
    ...(random.chance(0.2) ? [{ kind: 'belonging' as const, description: '行车记录仪存储卡', quantity: 1 }] : []),
  ];
  simply(going, advisor, { decide: takeItems, input: { items: things } });
  simply(going, advisor, { decide: tick, input: { items: asked, note: null } });
  yield* soon(going, 3);
  interview(going);
  if (isOwn(plan)) return;
  yield* soon(going, 2);
  const { presenterName } = visitOf(going).order;
  simply(going, advisor, { decide: handOverReceptionForm, input: { signature: signature(world, presenterName) } });
}

function readIn(going: Going): void {
  const { world, advisor } = going;
  const file = known(world.vehicles, going.plan.vehicleId);
  const { odometerKm, odometerAt, dailyKm, powerType } = file.vehicle;
  const days = odometerAt === null ? 0 : daysBetween(shopDay(odometerAt), shopDay(world.now));
  const km = (odometerKm ?? 0) + Math.round(days * Number(dailyKm ?? 30)) + world.random.int(1, 9);
  const electric = powerType === 'battery_electric';
  const input = {
    odometerKm: km,
    lowerReason: null,
    fuelEighths: electric ? null : world.random.int(1, 8),
    chargePercent: electric ? world.random.int(15, 95) : null,
  };
  act(going, advisor, { decide: recordReadings, input, facts: file });
  const { kind, reason } = readingOf(visitOf(going), { ...input, orderId: going.orderId });
  keepReading(going, advisor, { kind, km, reason });
}

function interview(going: Going): void {
  const { world, advisor, plan } = going;
  const { order, vehicle } = visitOf(going);
  const inWarranty = vehicle.firstSoldOn !== null && addDays(vehicle.firstSoldOn, 36 * 30) > shopDay(world.now);
  const diagnosis = plan.jobs.some(({ kind }) => kind === 'diagnosis');
  const input = {
    version: order.version,
    complaint: plan.complaint,
    interview: diagnosis ? { when: '近一周', frequency: 'sometimes' as const, engineState: 'cold' as const } : {},
    preliminaryJudgement: diagnosis ? '需进一步检测' : null,
    inWarranty,
    symptomClass: diagnosis ? ('b' as const) : ('a' as const),
  };
  simply(going, advisor, { decide: recordInterview, input });
}

/** The customer waits in the lounge. */
export function seat(going: Going): void {
  if (!going.plan.waits) return;
  simply(going, going.advisor, { decide: seatInLounge, input: {} });
  simply(going, going.advisor, { decide: tick, input: { items: ['attendant_introduced'], note: null } });
}
