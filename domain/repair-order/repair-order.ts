import { z } from 'zod';
import { contactChannels } from '#domain/customer/customer.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';

export const orderKinds = ['customer', 'warranty', 'insurance', 'comeback', 'internal', 'pdi'] as const;
export type OrderKind = (typeof orderKinds)[number];

export const orderStates = ['open', 'ready', 'delivered', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];

export const waitReasons = [
  'parts',
  'customer',
  'manufacturer',
  'insurer',
  'sublet',
  'bay',
  'technician',
  'tool',
  'payment',
  'vehicle_away',
] as const;
export type WaitReason = (typeof waitReasons)[number];

export const paymentMethods = ['cash', 'card', 'wechat', 'alipay', 'bank_transfer', 'credit'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const oldPartChoices = ['take_away', 'leave', 'none'] as const;
export type OldPartChoice = (typeof oldPartChoices)[number];

export const dispatchPriorities = ['urgent', 'waiting_customer', 'appointment', 'normal', 'low'] as const;
export type DispatchPriority = (typeof dispatchPriorities)[number];

export const contactPurposes = [
  'progress',
  'delay',
  'add_on',
  'ready',
  'pick_up',
  'warranty',
  'belongings',
  'question',
  'other',
] as const;

export const paperKinds = [
  'reception_form',
  'repair_order',
  'add_on_confirmation',
  'statement',
  'gate_pass',
  'issue_slip',
  'repair_report',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Repair order 任务委托书, the visit. Its step on the wheel is derived by the domain and stored for lists. */
export const repairOrderRow = z.strictObject({
  orderId: z.uuid(),
  orderNo: z.string(),
  orderSeq: z.int(),
  kind: z.enum(orderKinds),
  state: z.enum(orderStates),
  step: z.enum(wheelSteps),
  stepSince: z.iso.datetime(),
  vehicleId: z.uuid(),
  customerId: z.uuid(),
  presenterName: z.string(),
  presenterPhone: z.string().nullable(),
  presenterEntrusted: z.boolean(),
  advisorId: z.uuid(),
  appointmentId: z.uuid().nullable(),
  comebackOf: z.uuid().nullable(),
  complaint: z.string(),
  arrivedAt: z.iso.datetime(),
  promisedAt: z.iso.datetime().nullable(),
  firstPromisedAt: z.iso.datetime().nullable(),
  paymentMethod: z.enum(paymentMethods).nullable(),
  oldPartChoice: z.enum(oldPartChoices).nullable(),
  washWanted: z.boolean().nullable(),
  waitsInShop: z.boolean().nullable(),
  priority: z.enum(dispatchPriorities).nullable(),
  inWorkshopSince: z.iso.datetime().nullable(),
  carAcceptedAt: z.iso.datetime().nullable(),
  carAcceptedBy: z.uuid().nullable(),
  parkingPlace: z.string().nullable(),
  washStartedAt: z.iso.datetime().nullable(),
  washedAt: z.iso.datetime().nullable(),
  customerToldReadyAt: z.iso.datetime().nullable(),
  pickUpAt: z.iso.datetime().nullable(),
  awaySince: z.iso.datetime().nullable(),
  cancelledAt: z.iso.datetime().nullable(),
  cancelReason: z.string().nullable(),
  leaderCheckWaivedReason: z.string().nullable(),
  readyAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  chainSeq: z.int(),
  chainHash: z.string(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type RepairOrder = z.infer<typeof repairOrderRow>;

export const waitRow = z.strictObject({
  waitId: z.uuid(),
  lineId: z.uuid().nullable(),
  reason: z.enum(waitReasons),
  note: z.string().nullable(),
  since: z.iso.datetime(),
  expectedUntil: z.iso.datetime().nullable(),
  startedBy: z.uuid().nullable(),
  endedAt: z.iso.datetime().nullable(),
  endedBy: z.uuid().nullable(),
});
export type Wait = z.infer<typeof waitRow>;

/** What the customer was told during the visit, how, and the answer (R170–R175, R210). */
export const customerContactRow = z.strictObject({
  contactId: z.uuid(),
  purpose: z.enum(contactPurposes),
  channel: z.enum(contactChannels),
  said: z.string(),
  answer: z.string().nullable(),
  reached: z.boolean(),
  newPromisedAt: z.iso.datetime().nullable(),
  contactedBy: z.uuid().nullable(),
  contactedAt: z.iso.datetime(),
});
export type CustomerContact = z.infer<typeof customerContactRow>;

export const attachmentRow = z.strictObject({
  attachmentId: z.uuid(),
  purpose: z.string(),
  mediaType: z.string(),
  byteSize: z.int(),
  contentHash: z.string(),
  fileKey: z.string(),
  thumbnailKey: z.string().nullable(),
  note: z.string().nullable(),
  addedBy: z.uuid().nullable(),
  addedAt: z.iso.datetime(),
});
export type Attachment = z.infer<typeof attachmentRow>;

/** Handwritten strokes as canonical JSON, never changed; their hash stands in the signed record. */
export const signatureRow = z.strictObject({
  signatureId: z.uuid(),
  purpose: z.string(),
  signedBy: z.string(),
  strokes: z.string(),
  strokesHash: z.string(),
  signedAt: z.iso.datetime(),
});
export type Signature = z.infer<typeof signatureRow>;

/** Norms shown as done by a person, per visit; the items are data in the domain. */
export const checklistTickRow = z.strictObject({
  item: z.string(),
  tickedBy: z.uuid(),
  tickedAt: z.iso.datetime(),
  note: z.string().nullable(),
});
export type ChecklistTick = z.infer<typeof checklistTickRow>;
