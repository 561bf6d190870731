import { z } from 'zod';
import { preferredTimeSchema } from '#domain/kernel/calendar.ts';
import { plateKinds } from '#domain/kernel/plate.ts';

export const customerKinds = ['person', 'company'] as const;

export const contactChannels = ['phone', 'sms', 'wechat', 'email', 'letter', 'face_to_face', 'visit'] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const partyRelations = ['owner', 'presenter', 'fleet_contact'] as const;
export type PartyRelation = (typeof partyRelations)[number];

export const powerTypes = ['petrol', 'diesel', 'hybrid', 'plug_in_hybrid', 'battery_electric', 'fuel_cell'] as const;
export type PowerType = (typeof powerTypes)[number];

export const odometerKinds = ['in', 'road_test', 'out', 'reported'] as const;
export type OdometerKind = (typeof odometerKinds)[number];

export const consentPurposes = ['service_reminder', 'campaign', 'survey'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Customer file 客户档案 (R290, R291): due within two days after the first visit. */
export const customerRow = z.strictObject({
  customerId: z.uuid(),
  kind: z.enum(customerKinds),
  name: z.string(),
  salutation: z.string(),
  taxId: z.string().nullable(),
  phone: z.string().nullable(),
  phoneOther: z.string().nullable(),
  address: z.string().nullable(),
  email: z.string().nullable(),
  preferredChannel: z.enum(contactChannels),
  preferredCall: preferredTimeSchema.nullable(),
  wishedServices: z.string().nullable(),
  source: z.string().nullable(),
  fileDueAt: z.iso.datetime().nullable(),
  fileCompletedAt: z.iso.datetime().nullable(),
  fileCompletedBy: z.uuid().nullable(),
  nextCallTopic: z.string().nullable(),
  nextCallAt: z.iso.datetime().nullable(),
  approvalLimitFen: z.int().nullable(),
  chainSeq: z.int(),
  chainHash: z.string(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type Customer = z.infer<typeof customerRow>;

/** Consent to be contacted, per purpose and channel; withdrawable as easily as given. */
export const consentRow = z.strictObject({
  customerId: z.uuid(),
  consentId: z.uuid(),
  purpose: z.enum(consentPurposes),
  channel: z.enum(contactChannels),
  givenAt: z.iso.datetime(),
  recordedBy: z.uuid().nullable(),
  evidence: z.string(),
  withdrawnAt: z.iso.datetime().nullable(),
});
export type Consent = z.infer<typeof consentRow>;

export const vehicleRow = z.strictObject({
  vehicleId: z.uuid(),
  plate: z.string().nullable(),
  plateKind: z.enum(plateKinds).nullable(),
  vin: z.string().nullable(),
  vinOverrideReason: z.string().nullable(),
  engineNo: z.string().nullable(),
  brand: z.string(),
  model: z.string(),
  colour: z.string().nullable(),
  modelYear: z.int().nullable(),
  powerType: z.enum(powerTypes),
  firstSoldOn: z.iso.date().nullable(),
  warrantyMonths: z.int().nullable(),
  warrantyKm: z.int().nullable(),
  serviceIntervalMonths: z.int().nullable(),
  serviceIntervalKm: z.int().nullable(),
  lastServiceOn: z.iso.date().nullable(),
  lastServiceKm: z.int().nullable(),
  nextServiceOn: z.iso.date().nullable(),
  nextServiceKm: z.int().nullable(),
  odometerKm: z.int().nullable(),
  odometerAt: z.iso.datetime().nullable(),
  dailyKm: z.number().nullable(),
  chainSeq: z.int(),
  chainHash: z.string(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type Vehicle = z.infer<typeof vehicleRow>;

export const vehiclePartyRow = z.strictObject({
  vehicleId: z.uuid(),
  customerId: z.uuid(),
  relation: z.enum(partyRelations),
  since: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type VehicleParty = z.infer<typeof vehiclePartyRow>;

/** The odometer is a dated series: in, road test, out, or reported by the customer. */
export const odometerReadingRow = z.strictObject({
  vehicleId: z.uuid(),
  readingId: z.uuid(),
  kind: z.enum(odometerKinds),
  km: z.int(),
  readAt: z.iso.datetime(),
  orderId: z.uuid().nullable(),
  reason: z.string().nullable(),
});
export type OdometerReading = z.infer<typeof odometerReadingRow>;
