import type { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { appointmentMachine, type AppointmentAction } from '#domain/appointment/appointment.machine.ts';
import type { Appointment, AppointmentFile } from '#domain/appointment/appointment.ts';
import { checkFree, checkPlace, type DayPlan } from '#domain/appointment/slots.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide, Decision } from '#domain/kernel/decision.ts';
import { staffIdOrNull } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { raise } from '#domain/kernel/raise.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVersion } from '#domain/repair-order/visit.ts';

type Contracts = typeof appointmentContracts;
type Changed = OutputOf<Contracts['confirm']>;
type Rule<Name extends keyof Contracts, Facts = undefined> = Decide<
  AppointmentFile,
  InputOf<Contracts[Name]>,
  Changed,
  Facts
>;

/** The customer's wish becomes a promise, with an advisor and a bay where they were not named yet (R034, R038). */
export const confirmAppointment: Rule<'confirm', DayPlan> = (file, input, context) => {
  const { appointment } = file;
  const advisorId = input.advisorId ?? appointment.advisorId;
  const bayId = input.bayId ?? appointment.bayId;
  const moved = advisorId !== appointment.advisorId || bayId !== appointment.bayId;
  const refusal = firstRefusal(
    () => check(appointment, 'confirm', context),
    () => checkVersion(appointment, input.version),
    () => (moved ? checkFree({ ...appointment, advisorId, bayId }, context.facts, context.settings) : null),
  );
  if (refusal) return refusal;
  const changes = { state: 'confirmed', confirmedAt: context.now, advisorId, bayId } as const;
  return changedBy(file, changes, { action: 'confirm', payload: { advisorId, bayId } });
};

/** Another time, advisor or bay; the reminders follow (R034). */
export const rescheduleAppointment: Rule<'reschedule', DayPlan> = (file, input, context) =>
  move(file, input, { context, action: 'reschedule' });

/** A customer who missed the appointment gets another; it is confirmed anew. */
export const rebookAppointment: Rule<'rebook', DayPlan> = (file, input, context) =>
  move(file, input, { context, action: 'rebook' });

/** Records that the customer was reminded, how and with what result (R037). */
export const remindCustomer: Rule<'remind'> = (file, { channel, result, note }, context) => {
  const refusal = check(file.appointment, 'remind', context);
  if (refusal) return refusal;
  const reminderId = context.newId();
  const remindedBy = staffIdOrNull(context.actor);
  const reminder = { reminderId, channel, result, note: note ?? null, remindedBy, remindedAt: context.now };
  const activity = { action: 'remind', payload: { reminderId, channel, result } };
  const reached = result === 'reached' || result === 'sent';
  const changes = reached ? { remindedAt: context.now } : {};
  return changedBy({ ...file, reminders: [...file.reminders, reminder] }, changes, activity);
};

/** The customer did not come; never said before the time has come. */
export const markNoShow: Rule<'markNoShow'> = (file, { version, reason }, context) => {
  const { appointment } = file;
  const refusal = firstRefusal(
    () => check(appointment, 'mark_no_show', context),
    () => checkVersion(appointment, version),
    () => (context.now < appointment.startsAt ? refuse('appointment_not_today') : null),
  );
  if (refusal) return refusal;
  const changes = { state: 'no_show', closedAt: context.now, closeReason: reason ?? null } as const;
  return changedBy(file, changes, { action: 'mark_no_show', payload: { startsAt: appointment.startsAt } });
};

export const cancelAppointment: Rule<'cancel'> = (file, { version, reason }, context) => {
  const refusal = firstRefusal(
    () => check(file.appointment, 'cancel', context),
    () => checkVersion(file.appointment, version),
  );
  if (refusal) return refusal;
  const changes = { state: 'cancelled', closedAt: context.now, closeReason: reason } as const;
  return changedBy(file, changes, { action: 'cancel', payload: {} });
};

type Moving = { readonly context: Context<DayPlan>; readonly action: 'reschedule' | 'rebook' };

function move(
  file: AppointmentFile,
  { startsAt, minutes, advisorId, bayId, version }: InputOf<Contracts['reschedule']>,
  { context, action }: Moving,
): Decision<AppointmentFile, Changed> | Refusal {
  const { appointment } = file;
  const place = { startsAt, minutes, advisorId, bayId };
  const refusal = firstRefusal(
    () => check(appointment, action, context),
    () => checkVersion(appointment, version),
    () => checkPlace(place, context.facts, { hours: context.settings, now: context.now }),
  );
  if (refusal) return refusal;
  const again = { state: 'requested', confirmedAt: null, closedAt: null, closeReason: null } as const;
  const changes = { ...place, remindedAt: null, ...(action === 'rebook' ? again : {}) };
  return changedBy(file, changes, { action, payload: { ...place, before: appointment.startsAt } });
}

function check({ state }: Appointment, action: AppointmentAction, { actor }: Pick<Context, 'actor'>): Refusal | null {
  return checkAction(appointmentMachine, action, { state, actor });
}

function changedBy(
  file: AppointmentFile,
  changes: Partial<Appointment>,
  activity: Decision<AppointmentFile, Changed>['activity'],
): Decision<AppointmentFile, Changed> {
  const appointment = raise(file.appointment, changes);
  return { next: { ...file, appointment }, activity, output: appointmentAnswer(appointment) };
}

export const appointmentAnswer = ({ appointmentId, state, version }: Appointment): Changed => ({
  appointmentId,
  state,
  version,
});
