import type { Complaint, ComplaintFile } from '#domain/followup/complaint.ts';
import { addMinutes, shopDay } from '#domain/kernel/calendar.ts';
import type { Context, Decision } from '#domain/kernel/decision.ts';

/** What is said when a complaint is made. */
export type NewComplaint = Pick<
  Complaint,
  'complaintId' | 'source' | 'level' | 'class' | 'customerId' | 'vehicleId' | 'orderId' | 'description' | 'demand'
>;

/** A new complaint, to be answered within the hours of its level (R280). The number is the store's own running one. */
export function openComplaint(
  made: NewComplaint,
  number: number,
  { now, settings }: Pick<Context, 'now' | 'settings'>,
): Decision<ComplaintFile, Complaint> {
  const complaint: Complaint = {
    ...made,
    complaintNo: `CP${shopDay(now).slice(2).replaceAll('-', '')}${String(number).padStart(4, '0')}`,
    state: 'opened',
    assigneeId: null,
    respondBy: addMinutes(now, settings.complaintResponseHours[made.level] * 60),
    respondedAt: null,
    cause: null,
    resolution: null,
    preventiveMeasure: null,
    customerAnswer: null,
    satisfied: null,
    closedAt: null,
    chainSeq: 0,
    chainHash: '',
    version: 1,
    createdAt: now,
  };
  const { source, level, customerId, vehicleId, orderId, respondBy } = complaint;
  const payload = { source, level, class: made.class, customerId, vehicleId, orderId, respondBy };
  return { next: { complaint }, activity: { action: 'open', payload }, output: complaint };
}
