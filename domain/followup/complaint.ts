import { z } from 'zod';

export const complaintStates = ['opened', 'assigned', 'investigating', 'resolved', 'verified', 'closed'] as const;
export type ComplaintState = (typeof complaintStates)[number];

export const complaintLevels = ['minor', 'general', 'serious', 'urgent', 'escalated'] as const;
export type ComplaintLevel = (typeof complaintLevels)[number];

export const complaintSources = ['follow_up_call', 'phone', 'visit', 'customer_page', 'letter', 'other'] as const;

export const complaintClasses = [
  'repair_quality',
  'price',
  'time',
  'advisor',
  'technician',
  'parts',
  'transparency',
  'other',
] as const;
export type ComplaintClass = (typeof complaintClasses)[number];

/** Complaint 投诉, seen to its end with cause and preventive measure (R280–R283). */
export const complaintRow = z.strictObject({
  complaintId: z.uuid(),
  complaintNo: z.string(),
  state: z.enum(complaintStates),
  source: z.enum(complaintSources),
  level: z.enum(complaintLevels),
  class: z.enum(complaintClasses),
  customerId: z.uuid(),
  vehicleId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  description: z.string(),
  demand: z.string().nullable(),
  assigneeId: z.uuid().nullable(),
  respondBy: z.iso.datetime(),
  respondedAt: z.iso.datetime().nullable(),
  cause: z.string().nullable(),
  resolution: z.string().nullable(),
  preventiveMeasure: z.string().nullable(),
  customerAnswer: z.string().nullable(),
  satisfied: z.boolean().nullable(),
  closedAt: z.iso.datetime().nullable(),
  chainSeq: z.int(),
  chainHash: z.string(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type Complaint = z.infer<typeof complaintRow>;

/** A complaint as it is locked and stored. */
export type ComplaintFile = { readonly complaint: Complaint };
