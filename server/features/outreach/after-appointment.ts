import { loadLocked } from '#db/aggregate/load.ts';
import { outreachShape } from '#db/aggregate/outreach-shape.ts';
import type { Appointment } from '#domain/appointment/appointment.ts';
import { bookOutreach, reopenOutreach } from '#domain/outreach/attempt-outreach.ts';
import type { OutreachFile } from '#domain/outreach/outreach.ts';
import { keptOutreach } from '#server/features/outreach/outreach.kept.ts';
import { inviteFacts } from '#server/features/outreach/outreach.queries.ts';
import { liveOutreach } from '#server/features/outreach/plan-service-reminder.ts';
import { actOn } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';

type Ended = Pick<Appointment, 'appointmentId' | 'outreachId'>;

/**
 * The invitation behind an appointment that came to nothing is open again (R034, R272). Not where it led elsewhere
 * meanwhile, nor where the car has another one on the same topic.
 */
export async function inviteAgain(call: Call, { appointmentId, outreachId }: Ended): Promise<void> {
  const file = outreachId === null ? null : await loadLocked<OutreachFile>(call.tx, outreachShape, outreachId);
  if (!file || file.outreach.state !== 'booked' || file.outreach.appointmentId !== appointmentId) return;
  const { vehicleId, topic } = file.outreach;
  if (await liveOutreach(call, vehicleId, topic)) return;
  await actOn(call, keptOutreach, {
    id: file.outreach.outreachId,
    input: { appointmentId },
    decide: reopenOutreach,
    facts: async (_, { outreach }: OutreachFile) => (await inviteFacts(call, outreach)).preferred,
  });
}

/** The customer comes after all: nobody has to call any more, if somebody still would. */
export async function bookedAfterAll(call: Call, { appointmentId, outreachId }: Ended): Promise<void> {
  if (outreachId === null) return;
  await actOn(call, keptOutreach, { id: outreachId, input: { appointmentId }, decide: bookOutreach });
}
