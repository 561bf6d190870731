import { customerShape, vehicleShape } from '#db/aggregate/customer-shape.ts';
import { completeFile } from '#domain/customer/complete-file.ts';
import type { ConsentPurpose, PowerType, Vehicle } from '#domain/customer/customer.ts';
import { fileCustomer, giveConsent } from '#domain/customer/keep-customer.ts';
import { addParty, fileVehicle } from '#domain/customer/keep-vehicle.ts';
import { addDays, addMinutes, daysBetween, shopDay } from '#domain/kernel/calendar.ts';
import { carModels } from '#db/seed/catalogue/models.ts';
import { generateCustomers, type CatalogueCustomer } from '#db/seed/catalogue/people.ts';
import { catalogueDay, generateVehicles, type CatalogueVehicle } from '#db/seed/catalogue/vehicles.ts';
import { allowed, contextOf, recorded } from '#db/seed/engine/record.ts';
import { acting, known, oneOf, type World } from '#db/seed/engine/world.ts';

const sources = ['新车销售', '朋友介绍', '路过进店', '平台线上', '保险公司推荐'] as const;
const wishes = ['保养到期提醒', '免费检测活动', '接送车服务', '节日提醒', null] as const;

/** Puts the customers and their cars on file, a few months before the history begins. */
export function filePeopleAndCars(world: World, wanted: { readonly count: number; readonly seed: number }): void {
  const people = generateCustomers(wanted.count, 20_260_101 + wanted.seed);
  const cars = generateVehicles(wanted.count, 20_260_102 + wanted.seed);
  people.forEach((customer, index) => {
    const car = cars[index];
    if (!car) return;
    const customerId = keepCustomer(world, customer, null);
    const vehicleId = keepCar(world, car, customerId);
    if (customer.contactName !== null) nameFleetContact(world, customer, vehicleId);
  });
}

/** Files a customer by the rule of the trade; what they agreed to stands in the file. */
function keepCustomer(world: World, from: CatalogueCustomer, approvalLimitFen: number | null): string {
  const { random } = world;
  const { kind, name, taxId, phone, address, preferredTime } = from;
  const actor = acting(world, oneOf(world, 'receptionist'));
  const context = contextOf(world, actor, { phoneOf: null });
  const input = {
    kind,
    name,
    salutation: kind === 'company' ? '' : random.pick(['先生', '女士']),
    taxId,
    phone,
    phoneOther: null,
    address,
    email: null,
    preferredChannel: random.pick(['phone', 'phone', 'wechat', 'sms'] as const),
    preferredCall: preferredTime,
    wishedServices: random.pick(wishes),
    source: random.pick(sources),
    approvalLimitFen,
    phoneShared: false,
  };
  const filed = allowed(fileCustomer(input, context), 'fileCustomer');
  const { customerId } = filed.next.customer;
  world.customers.set(customerId, recorded(world, customerShape, { ...filed, actor }));
  agree(world, customerId, random.chance(0.85) ? ['service_reminder', 'survey'] : ['survey']);
  return customerId;
}

function agree(world: World, customerId: string, purposes: readonly ConsentPurpose[]): void {
  const actor = acting(world, oneOf(world, 'receptionist'));
  for (const purpose of purposes) {
    const input = { customerId, purpose, channel: 'phone' as const, evidence: '建档时书面同意' };
    const given = giveConsent(known(world.customers, customerId), input, contextOf(world, actor, undefined));
    world.customers.set(customerId, recorded(world, customerShape, { ...allowed(given, 'giveConsent'), actor }));
  }
}

/** Most files are whole from the sale of the car; the others become due at the first visit (R290). */
function completeMost(world: World, customerId: string, vehicle: Vehicle): void {
  const file = known(world.customers, customerId);
  if (!file.customer.wishedServices || world.random.chance(0.2)) return;
  const actor = acting(world, oneOf(world, 'receptionist'));
  const next = { nextCallTopic: '保养提醒', nextCallAt: addMinutes(world.now, 60 * 24 * 30) };
  const input = { customerId, version: file.customer.version, ...next };
  const done = allowed(completeFile(file, input, contextOf(world, actor, [vehicle])), 'completeFile');
  world.customers.set(customerId, recorded(world, customerShape, { ...done, actor }));
}

/** A company's driver or fleet manager: may approve up to a limit. */
function nameFleetContact(world: World, company: CatalogueCustomer, vehicleId: string): void {
  const person = { ...company, kind: 'person' as const, name: company.contactName ?? company.name, taxId: null };
  const phone = company.phone.replace(/\d$/, (digit) => String((Number(digit) + 5) % 10));
  const customerId = keepCustomer(world, { ...person, phone }, 300_000);
  const actor = acting(world, oneOf(world, 'receptionist'));
  const input = { vehicleId, customerId, relation: 'fleet_contact' as const };
  const named = addParty(known(world.vehicles, vehicleId), input, contextOf(world, actor, undefined));
  world.vehicles.set(vehicleId, recorded(world, vehicleShape, { ...allowed(named, 'addParty'), actor }));
}

const powerTypes: Readonly<Record<string, PowerType>> = { gasoline: 'petrol' };

function keepCar(world: World, from: CatalogueVehicle, ownerId: string): string {
  const actor = acting(world, oneOf(world, 'receptionist'));
  const context = contextOf(world, actor, { takenField: null });
  const filed = allowed(fileVehicle({ ...carOf(world, from), ownerId }, context), 'fileVehicle');
  const { vehicle } = filed.next;
  world.vehicles.set(vehicle.vehicleId, recorded(world, vehicleShape, { ...filed, actor }));
  completeMost(world, ownerId, vehicle);
  return vehicle.vehicleId;
}

function carOf({ now, random }: World, from: CatalogueVehicle) {
  const model = carModels.find(({ code }) => code === from.modelCode);
  if (!model) throw new Error(`no model ${from.modelCode}`);
  const today = shopDay(now);
  const { odometerKm, kmPerDay } = from;
  const serviced = odometerKm > model.serviceIntervalKm;
  const lastServiceKm = serviced ? odometerKm - random.int(300, model.serviceIntervalKm - 200) : null;
  return {
    plate: from.plate,
    vin: from.vin,
    vinOverrideReason: from.vinOverrideReason,
    engineNo: `E${from.vin.slice(-8)}`,
    brand: model.brandZh,
    model: model.nameZh,
    colour: from.colourZh,
    modelYear: Number(from.firstRegisteredOn.slice(0, 4)),
    powerType: powerTypes[model.powerType] ?? (model.powerType as PowerType),
    firstSoldOn: addDays(from.firstRegisteredOn, daysBetween(catalogueDay, today)),
    warrantyMonths: 36,
    warrantyKm: 100_000,
    serviceIntervalMonths: model.serviceIntervalMonths,
    serviceIntervalKm: model.serviceIntervalKm,
    lastServiceOn: lastServiceKm === null ? null : addDays(today, -Math.round((odometerKm - lastServiceKm) / kmPerDay)),
    lastServiceKm,
    odometerKm,
  };
}
