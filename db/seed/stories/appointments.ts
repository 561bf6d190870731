import { appointmentShape } from '#db/aggregate/appointment-shape.ts';
import { makeAppointment } from '#domain/appointment/make-appointment.ts';
import { markNoShow, remindCustomer } from '#domain/appointment/move-appointment.ts';
import { addMinutes, shopDay, type Instant } from '#domain/kernel/calendar.ts';
import { allowed, contextOf, recorded } from '#db/seed/engine/record.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { acting, inRole, known, newId, nextNumber, oneOf, type World } from '#db/seed/engine/world.ts';
import { makePlan } from '#db/seed/stories/make-plan.ts';
import { visit } from '#db/seed/stories/visit.ts';

type Booking = {
  readonly vehicleId: string;
  readonly startsAt: Instant;
  readonly confirmed?: boolean;
  readonly jobs?: string;
};

/** Books a car in by phone or from the web, with the advisor who is free then. */
export function book(world: World, { vehicleId, startsAt, confirmed = true, jobs = '常规保养' }: Booking): string {
  const { parties, vehicle } = known(world.vehicles, vehicleId);
  const owner = parties.find(({ relation }) => relation === 'owner');
  const { customer } = known(world.customers, owner?.customerId ?? '');
  const actor = acting(world, oneOf(world, 'receptionist'));
  const taken = new Set(
    [...world.appointments.values()]
      .filter(({ appointment }) => appointment.startsAt === startsAt)
      .map(({ appointment }) => appointment.advisorId),
  );
  const free = inRole(world, 'advisor').filter(({ staffId }) => !taken.has(staffId));
  const advisor =
    free.toSorted((a, b) => tagsOf(world, a.staffId, startsAt) - tagsOf(world, b.staffId, startsAt))[0] ?? null;
  const wanted = {
    appointmentId: newId(world),
    channel: confirmed ? ('phone' as const) : ('app' as const),
    customerId: customer.customerId,
    customerName: customer.name,
    phone: customer.phone ?? '',
    presenterName: null,
    startsAt,
    minutes: world.settings.appointmentSlotMinutes,
    advisorId: advisor?.staffId ?? null,
    bayId: null,
    requestedJobs: jobs,
    customerWords: null,
    estimatedHoursCenti: 130,
    estimatedFen: 68_000,
    partsChecked: '常用件有库存',
    outreachId: null,
    confirmed,
    cars: [{ vehicleId, plate: vehicle.plate, model: vehicle.model }],
  };
  const made = makeAppointment(wanted, nextNumber(world, 'appointment'), contextOf(world, actor, undefined));
  world.appointments.set(wanted.appointmentId, recorded(world, appointmentShape, { ...made, actor }));
  return wanted.appointmentId;
}

/** How many tags an advisor has on that day: the next one goes to whoever has the fewest. */
function tagsOf(world: World, staffId: string, startsAt: Instant): number {
  return [...world.appointments.values()].filter(
    ({ appointment }) => appointment.advisorId === staffId && shopDay(appointment.startsAt) === shopDay(startsAt),
  ).length;
}

/** A car that is booked, reminded, and comes or does not (R030–R041). */
export function* booked(world: World, { vehicleId, startsAt }: Booking): Story {
  const appointmentId = book(world, { vehicleId, startsAt });
  yield addMinutes(startsAt, -60);
  remind(world, appointmentId);
  const shows = world.random.chance(0.91);
  yield addMinutes(startsAt, shows ? world.random.int(-12, 20) : 90);
  if (!shows) return miss(world, appointmentId);
  const { advisorId } = known(world.appointments, appointmentId).appointment;
  const advisor = world.staff.find(({ staffId }) => staffId === advisorId) ?? oneOf(world, 'advisor');
  const plan = { ...makePlan(world, vehicleId), appointmentId };
  if (plan.kind === 'internal') return;
  yield* visit(world, { plan, advisor });
}

function remind(world: World, appointmentId: string): void {
  const file = known(world.appointments, appointmentId);
  const actor = acting(world, oneOf(world, 'receptionist'));
  const input = { appointmentId, channel: 'phone' as const, result: 'reached' as const, note: null };
  const done = allowed(remindCustomer(file, input, contextOf(world, actor, undefined)), 'remindCustomer');
  world.appointments.set(appointmentId, recorded(world, appointmentShape, { ...done, actor }));
}

function miss(world: World, appointmentId: string): void {
  const file = known(world.appointments, appointmentId);
  const actor = acting(world, oneOf(world, 'receptionist'));
  const input = { appointmentId, version: file.appointment.version, reason: '客户未到且联系不上' };
  const done = allowed(markNoShow(file, input, contextOf(world, actor, undefined)), 'markNoShow');
  world.appointments.set(appointmentId, recorded(world, appointmentShape, { ...done, actor }));
}
