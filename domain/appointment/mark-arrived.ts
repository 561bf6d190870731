import type { AppointmentFile } from '#domain/appointment/appointment.ts';
import { appointmentMachine } from '#domain/appointment/appointment.machine.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { raise } from '#domain/kernel/raise.ts';

/** The visit that the appointment led to, and its car; both null when the customer is here but nothing is received yet. */
export type Arrival = { readonly orderId: string | null; readonly vehicleId: string | null };

/** The customer came: what really happens is never refused, so a late one and a second car of the appointment count too (R040). */
export const markArrivedRule: Decide<AppointmentFile, Arrival, null> = (file, arrival, context) => {
  const { appointment } = file;
  const refusal = checkAction(appointmentMachine, 'mark_arrived', { state: appointment.state, actor: context.actor });
  if (refusal) return refusal;
  const changes = {
    state: 'arrived' as const,
    arrivedAt: appointment.arrivedAt ?? context.now,
    closedAt: null,
    closeReason: null,
  };
  const next = {
    ...file,
    appointment: raise(appointment, changes),
    vehicles: withArrival(file.vehicles, arrival, context),
  };
  return { next, activity: { action: 'mark_arrived', payload: { ...arrival } }, output: null };
};

type Cars = AppointmentFile['vehicles'];

/** The arrival is written to its own car, else to one not yet identified, else as another car. */
function withArrival(cars: Cars, { orderId, vehicleId }: Arrival, { newId }: Pick<Context, 'newId'>): Cars {
  if (vehicleId === null) return cars;
  const car =
    cars.find((each) => each.vehicleId === vehicleId) ??
    cars.find((each) => each.vehicleId === null && each.orderId === null);
  if (!car) return [...cars, { itemId: newId(), vehicleId, plate: null, model: null, orderId }];
  return cars.map((each) => (each === car ? { ...car, vehicleId, orderId } : each));
}
