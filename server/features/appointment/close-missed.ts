import { markNoShow } from '#domain/appointment/move-appointment.ts';
import { shopDay, shopDayRange } from '#domain/kernel/calendar.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { keptAppointment } from '#server/features/appointment/appointment.kept.ts';
import { inviteAgain } from '#server/features/outreach/after-appointment.ts';
import { actOn } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';
import type { StoreSchedule } from '#server/jobs/task.ts';

/** At most so many in one go; the next hour finds the rest. */
const mostAtOnce = 500;

/**
 * Appointments of days that are over, to which nobody came: no-shows, so that the board and the figures are true without
 * anybody's doing, and whoever was invited to them is invited again (R040). Answers how many.
 */
export async function closeMissed(call: Call): Promise<number> {
  const missed = await overdue(call);
  let closed = 0;
  for (const { appointmentId, version, state } of missed) {
    const input = { appointmentId, version, reason: reasons[state === 'requested' ? 'requested' : 'confirmed'] };
    const done = await actOn(call, keptAppointment, { id: appointmentId, input, decide: markNoShow });
    if (isRefusal(done)) continue;
    await inviteAgain(call, done.next.appointment);
    closed += 1;
  }
  return closed;
}

const reasons = {
  confirmed: '当日未到店，次日自动登记 / Did not come; noted the day after',
  requested: '预约未经确认，当日未到店，次日自动登记 / Never confirmed and did not come; noted the day after',
} as const;

const overdue = ({ tx, actor, now }: Call) =>
  tx
    .selectFrom('appointment')
    .select(['appointment_id as appointmentId', 'version', 'state'])
    .where('store_id', '=', actor.storeId)
    .where('state', 'in', ['requested', 'confirmed'])
    .where('starts_at', '<', shopDayRange(shopDay(now)).from)
    .orderBy('starts_at')
    .limit(mostAtOnce)
    .execute();

/** Soon after midnight of the shop, and again each hour for what a stop left behind. */
export const closeMissedHourly: StoreSchedule = {
  identifier: 'appointment.close_missed',
  cron: '5 * * * *',
  inEachStore: async (call) => void (await closeMissed(call)),
};
