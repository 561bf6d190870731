import { z } from 'zod';
import {
  consentPurposes,
  contactChannels,
  customerKinds,
  partyRelations,
  powerTypes,
} from '#domain/customer/customer.ts';
import { customerMachine, vehicleMachine } from '#domain/customer/customer.machine.ts';
import { instantSchema, preferredTimeSchema, shopDaySchema } from '#domain/kernel/calendar.ts';
import { command, version } from '#domain/kernel/contract.ts';
import { fenSchema } from '#domain/kernel/money.ts';
import { phoneSchema } from '#domain/kernel/phone.ts';
import { plateSchema } from '#domain/kernel/plate.ts';
import { lineOf, longText, shortText, wordsUpTo } from '#domain/kernel/text.ts';
import { vinSchema } from '#domain/kernel/vin.ts';
import { id, odometerKm } from '#domain/repair-order/visit.contract.ts';

/** What every command on a customer or vehicle answers. */
export const fileChanged = z.strictObject({ id, version });

const customerFields = {
  kind: z.enum(customerKinds),
  name: shortText,
  /** 先生, 女士 (R055). */
  salutation: wordsUpTo(20),
  taxId: lineOf(40).nullable(),
  address: lineOf(200).nullable(),
  email: z.email().max(120).nullable(),
  preferredChannel: z.enum(contactChannels),
  preferredCall: preferredTimeSchema.nullable(),
  wishedServices: longText.nullable(),
  source: shortText.nullable(),
  /** For a fleet contact: authorizations above this need the owner. */
  approvalLimitFen: fenSchema.nullable(),
  /** The phone is on file under another name, and that is right. */
  phoneShared: z.boolean(),
};

const vehicleFields = {
  /** Null: no plate yet, or a temporary one; the VIN is the key then. */
  plate: plateSchema.nullable(),
  vin: vinSchema.nullable(),
  /** Why the VIN stands although its check digit does not fit, e.g. an import. */
  vinOverrideReason: shortText.nullable(),
  engineNo: lineOf(40).nullable(),
  brand: lineOf(40),
  model: lineOf(60),
  colour: lineOf(20).nullable(),
  modelYear: z.int().min(1980).max(2100).nullable(),
  powerType: z.enum(powerTypes),
  firstSoldOn: shopDaySchema.nullable(),
  warrantyMonths: z.int().min(0).max(240).nullable(),
  warrantyKm: odometerKm.nullable(),
  serviceIntervalMonths: z.int().min(1).max(60).nullable(),
  serviceIntervalKm: z.int().min(500).max(100_000).nullable(),
  lastServiceOn: shopDaySchema.nullable(),
  lastServiceKm: odometerKm.nullable(),
};

const party = { vehicleId: id, customerId: id, relation: z.enum(partyRelations) };

/** What is written into the files of customers and vehicles, consents and odometer readings included (R011, R060, R290, R321). */
export const customerContracts = {
  fileCustomer: command(
    { of: customerMachine, action: 'file_customer' },
    {
      name: 'customer.fileCustomer',
      path: '/customers',
      input: z.strictObject({
        ...customerFields,
        phone: phoneSchema.nullable(),
        phoneOther: phoneSchema.nullable(),
      }),
      output: fileChanged,
    },
  ),
  /** Phones that are left out stay as they are: the form shows them masked. */
  changeCustomer: command(
    { of: customerMachine, action: 'change_customer' },
    {
      name: 'customer.changeCustomer',
      path: '/customers/:customerId',
      input: z.strictObject({
        customerId: id,
        version,
        ...customerFields,
        phone: phoneSchema.nullable().optional(),
        phoneOther: phoneSchema.nullable().optional(),
      }),
      output: fileChanged,
    },
  ),
  giveConsent: command(
    { of: customerMachine, action: 'give_consent' },
    {
      name: 'customer.giveConsent',
      path: '/customers/:customerId/consents',
      input: z.strictObject({
        customerId: id,
        purpose: z.enum(consentPurposes),
        channel: z.enum(contactChannels),
        /** How it was given: on which paper, in which call. */
        evidence: longText,
      }),
      output: fileChanged,
    },
  ),
  withdrawConsent: command(
    { of: customerMachine, action: 'withdraw_consent' },
    {
      name: 'customer.withdrawConsent',
      path: '/customers/:customerId/consents/:consentId/withdraw',
      input: z.strictObject({ customerId: id, consentId: id }),
      output: fileChanged,
    },
  ),
  /** The file is whole, and the next call has a topic and a time (R290–R293). */
  completeFile: command(
    { of: customerMachine, action: 'complete_file' },
    {
      name: 'customer.completeFile',
      path: '/customers/:customerId/complete',
      input: z.strictObject({ customerId: id, version, nextCallTopic: shortText, nextCallAt: instantSchema }),
      output: fileChanged,
    },
  ),
  lookAtPhone: command(
    { of: customerMachine, action: 'look_at_phone' },
    {
      name: 'customer.lookAtPhone',
      path: '/customers/:customerId/phone-looks',
      input: z.strictObject({ customerId: id, reason: shortText }),
      output: z.strictObject({ phone: z.string().nullable(), phoneOther: z.string().nullable() }),
    },
  ),
  fileVehicle: command(
    { of: vehicleMachine, action: 'file_vehicle' },
    {
      name: 'customer.fileVehicle',
      path: '/vehicles',
      input: z.strictObject({ ...vehicleFields, odometerKm: odometerKm.nullable(), ownerId: id.nullable() }),
      output: fileChanged,
    },
  ),
  changeVehicle: command(
    { of: vehicleMachine, action: 'change_vehicle' },
    {
      name: 'customer.changeVehicle',
      path: '/vehicles/:vehicleId',
      input: z.strictObject({ vehicleId: id, version, ...vehicleFields }),
      output: fileChanged,
    },
  ),
  /** A new owner ends the old one's ownership. */
  addParty: command(
    { of: vehicleMachine, action: 'add_party' },
    {
      name: 'customer.addParty',
      path: '/vehicles/:vehicleId/parties',
      input: z.strictObject(party),
      output: fileChanged,
    },
  ),
  endParty: command(
    { of: vehicleMachine, action: 'end_party' },
    {
      name: 'customer.endParty',
      path: '/vehicles/:vehicleId/parties/end',
      input: z.strictObject(party),
      output: fileChanged,
    },
  ),
  reportOdometer: command(
    { of: vehicleMachine, action: 'report_odometer' },
    {
      name: 'customer.reportOdometer',
      path: '/vehicles/:vehicleId/odometer',
      input: z.strictObject({ vehicleId: id, odometerKm, lowerReason: shortText.nullable() }),
      output: fileChanged,
    },
  ),
} as const;
