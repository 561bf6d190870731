import { z } from 'zod';
import { reminderMessage } from '#domain/appointment/reminder.ts';
import type { ContactChannel } from '#domain/customer/customer.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { appointmentParts } from '#server/features/appointment/appointment.rows.ts';
import { sendMessage } from '#server/features/message/send-message.ts';
import type { Call } from '#server/http/call.ts';
import { asSystem, storeTask, type StoreSchedule } from '#server/jobs/task.ts';

const payload = z.object({
  storeId: z.uuid(),
  appointmentId: z.uuid(),
  startsAt: z.iso.datetime(),
  kind: z.enum(['day_before', 'two_hours']),
});
type Reminding = z.output<typeof payload>;

/** Sends the reminder of an appointment, unless it was moved, cancelled or kept meanwhile; once, however often it runs. */
export const remindTask = storeTask('appointment.remind', payload, (tools, reminding) =>
  asSystem(tools.deps, reminding.storeId, (call) => remind(call, reminding)),
);

async function remind(call: Call, { appointmentId, startsAt, kind }: Reminding): Promise<void> {
  const parts = await appointmentParts(call, appointmentId);
  if (!parts) return;
  const { row, store } = parts;
  const open = row.state === 'requested' || row.state === 'confirmed';
  if (!open || row.startsAt !== startsAt || call.now >= startsAt) return;
  const { address, serviceHotline, phone } = call.settings;
  const about = { store, customer: row.customerName, startsAt, jobs: row.requestedJobs, address };
  await sendMessage(call, {
    ...reminderMessage({ ...about, phone: serviceHotline || phone }),
    customerId: row.customerId,
    channel: await channelOf(call, row.customerId),
    ...(row.customerId === null && { recipient: row.phone }),
    once: `appointment ${appointmentId} ${startsAt} ${kind}`,
  });
}

/** The customer's preferred way of writing, else a text message. */
async function channelOf({ tx, actor }: Call, customerId: string | null): Promise<ContactChannel> {
  if (customerId === null) return 'sms';
  const customer = await tx
    .selectFrom('customer')
    .select('preferred_channel')
    .where('store_id', '=', actor.storeId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  const preferred = customer?.preferred_channel;
  return preferred === 'wechat' || preferred === 'email' ? preferred : 'sms';
}

/** Boards move their late magnets without anybody touching them (R040). */
export const lateHints: StoreSchedule = {
  identifier: 'appointment.late_hints',
  cron: '*/5 * * * *',
  inEachStore: async (call) => {
    const due = addMinutes(call.now, -call.settings.appointmentLateMinutes);
    const late = await call.tx
      .selectFrom('appointment')
      .select('appointment_id')
      .where('store_id', '=', call.actor.storeId)
      .where('state', 'in', ['requested', 'confirmed'])
      .where('starts_at', '<', due)
      .where('starts_at', '>=', addMinutes(due, -10))
      .limit(1)
      .executeTakeFirst();
    if (late) call.changed('board:appointments');
  },
};
