import { customerShape, vehicleShape } from '#db/aggregate/customer-shape.ts';
import type { Customer, PowerType, Vehicle } from '#domain/customer/customer.ts';
import type { CustomerFile, VehicleFile } from '#domain/customer/customer-file.ts';
import { nextService } from '#domain/customer/next-service.ts';
import { addDays, daysBetween, shopDay } from '#domain/kernel/calendar.ts';
import { plateKind } from '#domain/kernel/plate.ts';
import { carModels } from '#db/seed/catalogue/models.ts';
import { generateCustomers, type CatalogueCustomer } from '#db/seed/catalogue/people.ts';
import { catalogueDay, generateVehicles, type CatalogueVehicle } from '#db/seed/catalogue/vehicles.ts';
import { recorded } from '#db/seed/engine/record.ts';
import { acting, newId, oneOf, type World } from '#db/seed/engine/world.ts';

const sources = ['新车销售', '朋友介绍', '路过进店', '平台线上', '保险公司推荐'] as const;
const wishes = ['保养到期提醒', '免费检测活动', '接送车服务', null, null] as const;

/** Puts the customers and their cars on file, a few months before the history begins. */
export function filePeopleAndCars(world: World, wanted: { readonly count: number; readonly seed: number }): void {
  const people = generateCustomers(wanted.count, 20_260_101 + wanted.seed);
  const cars = generateVehicles(wanted.count, 20_260_102 + wanted.seed);
  people.forEach((customer, index) => {
    const car = cars[index];
    if (!car) return;
    const customerId = fileCustomer(world, customer);
    fileVehicle(world, car, customerId);
    if (customer.contactName !== null) fileFleetContact(world, customer);
  });
}

const blank = { chainSeq: 0, chainHash: '', version: 1 } as const;

function customerFile(world: World, from: CatalogueCustomer): CustomerFile {
  const { random, now } = world;
  const receptionist = oneOf(world, 'receptionist');
  const { kind, name, taxId, phone, address, preferredTime } = from;
  const customer: Customer = {
    ...blank,
    customerId: newId(world),
    kind,
    name,
    salutation: kind === 'company' ? '' : random.pick(['先生', '女士']),
    taxId,
    phone,
    phoneOther: null,
    address,
    email: null,
    preferredChannel: random.pick(['phone', 'phone', 'wechat', 'sms']),
    preferredCall: preferredTime,
    wishedServices: random.pick(wishes),
    source: random.pick(sources),
    fileDueAt: now,
    fileCompletedAt: now,
    fileCompletedBy: receptionist.staffId,
    nextCallTopic: null,
    nextCallAt: null,
    approvalLimitFen: null,
    createdAt: now,
  };
  const given = { givenAt: now, recordedBy: receptionist.staffId, evidence: '建档时书面同意', withdrawnAt: null };
  const purposes = random.chance(0.85) ? (['service_reminder', 'survey'] as const) : (['survey'] as const);
  const consents = purposes.map((purpose) => ({
    consentId: newId(world),
    purpose,
    channel: 'phone' as const,
    ...given,
  }));
  return { customer, consents };
}

function fileCustomer(world: World, from: CatalogueCustomer): string {
  const file = customerFile(world, from);
  const { customerId, kind } = file.customer;
  const activity = { action: 'create_customer', payload: { customerId, kind } };
  const next = recorded(world, customerShape, {
    next: file,
    actor: acting(world, oneOf(world, 'receptionist')),
    activity,
  });
  world.customers.set(customerId, next);
  return customerId;
}

/** A company's driver or fleet manager: may approve up to a limit. */
function fileFleetContact(world: World, company: CatalogueCustomer): void {
  const person = { ...company, kind: 'person' as const, name: company.contactName ?? company.name, taxId: null };
  const phone = company.phone.replace(/\d$/, (digit) => String((Number(digit) + 5) % 10));
  const customerId = fileCustomer(world, { ...person, phone });
  const file = world.customers.get(customerId);
  if (file) world.customers.set(customerId, { ...file, customer: { ...file.customer, approvalLimitFen: 300_000 } });
  const vehicle = [...world.vehicles.values()].at(-1);
  if (!vehicle) return;
  const party = { customerId, relation: 'fleet_contact' as const, since: world.now, endedAt: null };
  world.vehicles.set(vehicle.vehicle.vehicleId, { ...vehicle, parties: [...vehicle.parties, party] });
}

const powerTypes: Readonly<Record<string, PowerType>> = { gasoline: 'petrol' };

function fileVehicle(world: World, from: CatalogueVehicle, customerId: string): void {
  const { now } = world;
  const vehicle = vehicleOf(world, from);
  const reading = {
    readingId: newId(world),
    kind: 'reported' as const,
    km: vehicle.odometerKm ?? 0,
    readAt: now,
    orderId: null,
    reason: null,
  };
  const party = { customerId, relation: 'owner' as const, since: now, endedAt: null };
  const file: VehicleFile = { vehicle, parties: [party], readings: [reading] };
  const activity = { action: 'create_vehicle', payload: { vehicleId: vehicle.vehicleId, customerId } };
  const next = recorded(world, vehicleShape, {
    next: file,
    actor: acting(world, oneOf(world, 'receptionist')),
    activity,
  });
  world.vehicles.set(vehicle.vehicleId, next);
}

function vehicleOf(world: World, from: CatalogueVehicle): Vehicle {
  const { now, random } = world;
  const model = carModels.find(({ code }) => code === from.modelCode);
  if (!model) throw new Error(`no model ${from.modelCode}`);
  const today = shopDay(now);
  const firstSoldOn = addDays(from.firstRegisteredOn, daysBetween(catalogueDay, today));
  const odometerKm = from.odometerKm;
  const serviced = odometerKm > model.serviceIntervalKm;
  const lastServiceKm = serviced ? odometerKm - random.int(300, model.serviceIntervalKm - 200) : null;
  const lastServiceOn =
    lastServiceKm === null ? null : addDays(today, -Math.round((odometerKm - lastServiceKm) / from.kmPerDay));
  const known = {
    serviceIntervalMonths: model.serviceIntervalMonths,
    serviceIntervalKm: model.serviceIntervalKm,
    lastServiceOn,
    lastServiceKm,
    firstSoldOn,
    odometerKm,
    odometerAt: now,
    dailyKm: from.kmPerDay,
  };
  return {
    ...blank,
    ...known,
    ...nextService(known),
    vehicleId: newId(world),
    plate: from.plate,
    plateKind: from.plate === null ? null : plateKind(from.plate),
    vin: from.vin,
    vinOverrideReason: from.vinOverrideReason,
    engineNo: `E${from.vin.slice(-8)}`,
    brand: model.brandZh,
    model: model.nameZh,
    colour: from.colourZh,
    modelYear: Number(from.firstRegisteredOn.slice(0, 4)),
    powerType: powerTypes[model.powerType] ?? (model.powerType as PowerType),
    warrantyMonths: 36,
    warrantyKm: 100_000,
    createdAt: now,
  };
}
