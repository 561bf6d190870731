import { z } from 'zod';
import { wordsUpTo, lineOf } from '#domain/kernel/text.ts';
import {
  consentRow,
  customerKinds,
  customerRow,
  odometerReadingRow,
  partyRelations,
  vehicleRow,
} from '#domain/customer/customer.ts';
import { lineDecisions, lineKinds, lineNecessities } from '#domain/estimate/charge-line.ts';
import { query } from '#domain/kernel/contract.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { partOrigins } from '#domain/parts/parts.ts';
import { orderKinds, orderStates } from '#domain/repair-order/repair-order.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import { trades } from '#domain/staff/staff.ts';

const instant = z.iso.datetime();
const desk = [
  'advisor',
  'receptionist',
  'service_manager',
  'follow_up_agent',
  'warranty_clerk',
  'cashier',
  'admin',
] as const;
const shop = [
  ...desk,
  'supervisor',
  'team_leader',
  'technician',
  'inspector',
  'parts_clerk',
  'lounge_attendant',
] as const;
const masked = z.string().nullable();
const words = z.strictObject({ zh: z.string(), en: z.string() });

const page = {
  text: wordsUpTo(40).optional(),
  offset: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(200).default(50),
};

const customerLine = z.strictObject({
  customerId: id,
  kind: z.enum(customerKinds),
  name: z.string(),
  salutation: z.string(),
  phone: masked,
  plates: z.array(z.string()),
  fileDueAt: instant.nullable(),
  fileCompletedAt: instant.nullable(),
});

const vehicleLine = z.strictObject({
  vehicleId: id,
  plate: z.string().nullable(),
  vin: z.string().nullable(),
  brand: z.string(),
  model: z.string(),
  ownerName: z.string().nullable(),
  odometerKm: z.int().nullable(),
  nextServiceOn: z.iso.date().nullable(),
  nextServiceKm: z.int().nullable(),
});

/** A visit in a history. */
export const visitLine = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  kind: z.enum(orderKinds),
  state: z.enum(orderStates),
  step: z.enum(wheelSteps),
  plate: z.string().nullable(),
  model: z.string(),
  complaint: z.string(),
  arrivedAt: instant,
  deliveredAt: instant.nullable(),
  odometerKm: z.int().nullable(),
  /** What was granted, by name. */
  jobs: z.array(z.string()),
});

/** A line that the customer declined or deferred at an earlier visit and did not have done since. */
export const recommendation = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  lineId: id,
  kind: z.enum(lineKinds),
  description: z.string(),
  necessity: z.enum(lineNecessities),
  decision: z.enum(lineDecisions),
  reason: z.string().nullable(),
  amountFen: z.int(),
  arrivedAt: instant,
  /** What the line was made of, so that the next estimate offers it again (R112). */
  operationId: id.nullable(),
  partId: id.nullable(),
  trade: z.enum(trades).nullable(),
  unit: z.string(),
  flatRateHoursCenti: z.int().nullable(),
  partOrigin: z.enum(partOrigins).nullable(),
});

export type CustomerListInput = z.output<typeof customerListInput>;
const customerListInput = z.strictObject({
  ...page,
  /** Files still open; those whose days have passed; complete ones. */
  file: z.enum(['open', 'overdue', 'complete']).optional(),
});

/** Customers and vehicles on file, listed, found by part of what is known of them, and shown whole (R112, R291). */
export const customerViewContracts = {
  customers: query({
    zh: '客户列表',
    en: 'List customers',
    name: 'customer.customers',
    path: '/customers',
    callers: desk,
    input: customerListInput,
    output: z.strictObject({ rows: z.array(customerLine), total: z.int() }),
  }),
  customer: query({
    zh: '查看客户档案',
    en: 'See a customer’s file',
    name: 'customer.customer',
    path: '/customers/:customerId',
    callers: desk,
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({
      /** Phones masked: see `customer.lookAtPhone`. */
      customer: customerRow,
      consents: z.array(consentRow.omit({ customerId: true })),
      vehicles: z.array(
        vehicleLine.extend({ relation: z.enum(partyRelations), since: instant, endedAt: instant.nullable() }),
      ),
      visits: z.array(visitLine),
      /** What R291 asks for and the file lacks. */
      missing: z.array(words),
      completedByName: z.string().nullable(),
    }),
  }),
  vehicles: query({
    zh: '车辆列表',
    en: 'List vehicles',
    name: 'customer.vehicles',
    path: '/vehicles',
    callers: desk,
    input: z.strictObject(page),
    output: z.strictObject({ rows: z.array(vehicleLine), total: z.int() }),
  }),
  vehicle: query({
    zh: '查看车辆档案',
    en: 'See a vehicle’s file',
    name: 'customer.vehicle',
    path: '/vehicles/:vehicleId',
    callers: shop,
    input: z.strictObject({ vehicleId: id }),
    output: z.strictObject({
      vehicle: vehicleRow,
      /** As of today at the last reading (R077). */
      warranty: z.strictObject({
        inWarranty: z.boolean().nullable(),
        until: z.iso.date().nullable(),
        untilKm: z.int(),
      }),
      parties: z.array(
        z.strictObject({
          customerId: id,
          relation: z.enum(partyRelations),
          since: instant,
          endedAt: instant.nullable(),
          name: z.string(),
          phone: masked,
        }),
      ),
      readings: z.array(odometerReadingRow.omit({ vehicleId: true })),
      visits: z.array(visitLine),
      recommendations: z.array(recommendation),
    }),
  }),
  search: query({
    zh: '查找',
    en: 'Find anything',
    name: 'customer.search',
    path: '/search',
    callers: shop,
    input: z.strictObject({ q: lineOf(40) }),
    output: z.strictObject({
      customers: z.array(customerLine),
      vehicles: z.array(vehicleLine),
      orders: z.array(visitLine),
    }),
  }),
} as const;
