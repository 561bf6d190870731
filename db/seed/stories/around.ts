import { appointmentShape } from '#db/aggregate/appointment-shape.ts';
import { customerShape } from '#db/aggregate/customer-shape.ts';
import { markArrivedRule } from '#domain/appointment/mark-arrived.ts';
import { changeCustomer, type CustomerFile } from '#domain/customer/customer-file.ts';
import { completeFile } from '#domain/customer/complete-file.ts';
import { changeCustomerRule } from '#domain/customer/keep-customer.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import type { Activity } from '#domain/kernel/decision.ts';
import { allowed, contextOf, recorded } from '#db/seed/engine/record.ts';
import { acting, known, oneOf, type Colleague, type World } from '#db/seed/engine/world.ts';
import type { Going } from '#db/seed/stories/going.ts';

/** The tag of the appointment shows that its car came, and leads to the visit. */
export function arrive({ world, plan, orderId, advisor }: Going): void {
  if (plan.appointmentId === null) return;
  const file = known(world.appointments, plan.appointmentId);
  const actor = acting(world, advisor);
  const arrival = { orderId, vehicleId: plan.vehicleId };
  const done = allowed(markArrivedRule(file, arrival, contextOf(world, actor, undefined)), 'markArrived');
  world.appointments.set(plan.appointmentId, recorded(world, appointmentShape, { ...done, actor }));
}

type Kept = { readonly next: CustomerFile; readonly activity: Activity };

function keepCustomer(world: World, by: Colleague, { next, activity }: Kept): void {
  const kept = recorded(world, customerShape, { next, activity, actor: acting(world, by) });
  world.customers.set(next.customer.customerId, kept);
}

/** From the first visit the file must be whole within some days (R290). */
export function expectFile(world: World, customerId: string, by: Colleague): void {
  const file = known(world.customers, customerId);
  if (file.customer.fileDueAt !== null || file.customer.fileCompletedAt !== null) return;
  const dueAt = addMinutes(world.now, world.settings.customerFileDays * 24 * 60);
  const activity = { action: 'expect_file', payload: { customerId, dueAt } };
  keepCustomer(world, by, { next: changeCustomer(file, { fileDueAt: dueAt }), activity });
  world.filesDue.push(customerId);
}

/** The desk fills in what the files of new customers lack. */
export function completeFiles(world: World): void {
  for (const customerId of world.filesDue.splice(0)) {
    if (world.random.chance(0.25)) world.filesDue.push(customerId);
    else complete(world, customerId);
  }
}

function complete(world: World, customerId: string): void {
  const by = oneOf(world, 'receptionist');
  const actor = acting(world, by);
  const { customer } = known(world.customers, customerId);
  const { kind, name, salutation, taxId, address, email, preferredChannel, preferredCall, source } = customer;
  const told = { kind, name, salutation, taxId, address, email, preferredChannel, preferredCall, source };
  const rest = { wishedServices: '保养到期提醒', approvalLimitFen: customer.approvalLimitFen, phoneShared: false };
  const input = { customerId, version: customer.version, ...told, ...rest };
  const file = known(world.customers, customerId);
  const context = contextOf(world, actor, { phoneOf: null });
  keepCustomer(world, by, allowed(changeCustomerRule(file, input, context), 'changeCustomer'));
  const cars = [...world.vehicles.values()]
    .filter(({ parties }) => parties.some((party) => party.customerId === customerId))
    .map(({ vehicle }) => vehicle);
  const filled = known(world.customers, customerId);
  const next = { nextCallTopic: '保养提醒', nextCallAt: addMinutes(world.now, 60 * 24 * 30) };
  const whole = { customerId, version: filled.customer.version, ...next };
  keepCustomer(world, by, allowed(completeFile(filled, whole, contextOf(world, actor, cars)), 'completeFile'));
}
