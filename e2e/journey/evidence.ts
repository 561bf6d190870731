import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { complaintContracts } from '#domain/followup/complaint.contract.ts';
import { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import { outreachContracts } from '#domain/outreach/outreach.contract.ts';
import { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import type { Journey } from '#e2e/journey/journey.ts';

/** What a journey left behind, read through the API by people who may see it. */
export async function evidenceOf({ crew, known }: Journey) {
  const orderId = known.get('orderId');
  const advisor = crew.advisor.api;
  const agent = crew.follow_up_agent.api;
  const outreachId = known.get('outreachId');
  const appointmentId = known.get('appointmentId');
  return {
    visit: await advisor.send(visitViewContracts.visit, { orderId }),
    record: (await advisor.send(visitViewContracts.activities, { orderId })).rows,
    outreach: await agent.send(outreachContracts.detail, { outreachId }),
    appointment: await advisor.send(appointmentContracts.detail, { appointmentId }),
    calls: (await agent.send(followUpContracts.list, { orderId, show: 'all' })).items,
    complaint: await agent.send(complaintContracts.detail, { complaintId: known.get('complaintId') }),
    reminders: (await agent.send(outreachContracts.list, { vehicleId: known.get('vehicleId'), show: 'live' })).items,
  };
}

export type Evidence = Awaited<ReturnType<typeof evidenceOf>>;
