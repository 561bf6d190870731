import type { Customer, Vehicle } from '#domain/customer/customer.ts';
import type { Reception } from '#domain/reception/reception.ts';
import { emptyOrder, emptyVisit } from '#domain/repair-order/empty-visit.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { staffOf, testId, testNow } from '#domain/testing/test-context.ts';

export const orderId = testId(2);
export const vehicleId = testId(3);
export const ownerId = testId(4);

const earlier = '2026-11-24T01:00:00.000Z';

const order: RepairOrder = {
  ...emptyOrder,
  orderId,
  orderNo: 'RO2611240001',
  orderSeq: 1,
  kind: 'customer',
  state: 'open',
  step: 'estimate',
  stepSince: earlier,
  vehicleId,
  customerId: ownerId,
  presenterName: '王先生',
  presenterPhone: '13812345678',
  presenterEntrusted: false,
  advisorId: staffOf('advisor'),
  appointmentId: null,
  comebackOf: null,
  complaint: '刹车时有异响',
  arrivedAt: earlier,
  paymentMethod: 'wechat',
  oldPartChoice: 'leave',
  washWanted: false,
  waitsInShop: true,
  chainSeq: 1,
  chainHash: 'a'.repeat(64),
  createdAt: earlier,
};

const vehicle: Vehicle = {
  vehicleId,
  plate: '吉A12345',
  plateKind: 'ordinary',
  vin: 'LSVAL41Z882104202',
  vinOverrideReason: null,
  engineNo: 'E123456',
  brand: '奔腾',
  model: 'B70',
  colour: '白',
  modelYear: 2024,
  powerType: 'petrol',
  firstSoldOn: '2024-12-01',
  warrantyMonths: 36,
  warrantyKm: 100_000,
  serviceIntervalMonths: 6,
  serviceIntervalKm: 7_500,
  lastServiceOn: null,
  lastServiceKm: null,
  nextServiceOn: null,
  nextServiceKm: null,
  odometerKm: 23_450,
  odometerAt: earlier,
  dailyKm: null,
  chainSeq: 1,
  chainHash: 'b'.repeat(64),
  version: 1,
  createdAt: earlier,
};

const customer: Customer = {
  customerId: ownerId,
  kind: 'person',
  name: '王建国',
  salutation: '先生',
  taxId: null,
  phone: '13812345678',
  phoneOther: null,
  address: null,
  email: null,
  preferredChannel: 'phone',
  preferredCall: null,
  wishedServices: null,
  source: null,
  fileDueAt: null,
  fileCompletedAt: null,
  fileCompletedBy: null,
  nextCallTopic: null,
  nextCallAt: null,
  approvalLimitFen: null,
  chainSeq: 1,
  chainHash: 'c'.repeat(64),
  version: 1,
  createdAt: earlier,
};

const reception: Reception = {
  kitFittedAt: earlier,
  kitFittedBy: staffOf('advisor'),
  kitRemovedAt: null,
  odometerKm: 23_450,
  fuelEighths: 4,
  chargePercent: null,
  walkAroundDoneAt: earlier,
  spareWheelOk: true,
  toolsOk: true,
  preliminaryJudgement: null,
  inWarranty: true,
  symptomClass: 'b',
  interview: {},
  signatureId: testId(0x5_01),
  handedOverAt: earlier,
  copiesHandedAt: null,
  seatedInLoungeAt: null,
  version: 1,
};

const ownerParty = {
  vehicleId,
  customerId: ownerId,
  relation: 'owner' as const,
  since: earlier,
  endedAt: null,
  name: '王建国',
  approvalLimitFen: null,
};

const key = {
  itemId: testId(0x5_02),
  kind: 'key' as const,
  description: '车钥匙',
  quantity: 1,
  takenAt: earlier,
  takenBy: staffOf('advisor'),
  returnedAt: null,
  returnedTo: null,
};

const receptionSignature = {
  signatureId: testId(0x5_01),
  purpose: 'reception_form',
  signedBy: '王建国',
  strokesHash: 'd'.repeat(64),
  signedAt: earlier,
};

type Overrides = Partial<Omit<Visit, 'order' | 'vehicle' | 'customer' | 'reception'>> & {
  readonly order?: Partial<RepairOrder>;
  readonly vehicle?: Partial<Vehicle>;
  readonly customer?: Partial<Customer>;
  readonly reception?: Partial<Reception> | null;
};

/**
 * A sound open visit: received, reception form signed and handed over, choices asked, delivery explained, nothing
 * estimated yet. The customer owns the car. Overrides replace fields of the four rows and whole lists.
 */
export function buildVisit(overrides: Overrides = {}): Visit {
  const known = {
    order: { ...order, ...overrides.order },
    vehicle: { ...vehicle, ...overrides.vehicle },
    customer: { ...customer, ...overrides.customer },
    parties: overrides.parties ?? [ownerParty],
  };
  return {
    ...emptyVisit(known),
    entrusted: [key],
    signatures: [receptionSignature],
    ticks: [{ item: 'delivery_procedure', tickedBy: staffOf('advisor'), tickedAt: testNow, note: null }],
    ...overrides,
    ...known,
    reception: overrides.reception === null ? null : { ...reception, ...overrides.reception },
  };
}

/** The visit after each change in turn. */
export const after = (visit: Visit, ...changes: readonly ((visit: Visit) => Visit)[]): Visit =>
  changes.reduce((so, next) => next(so), visit);
