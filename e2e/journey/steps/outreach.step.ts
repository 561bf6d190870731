import { customerContracts } from '#domain/customer/customer.contract.ts';
import { addMonths, shopDay } from '#domain/kernel/calendar.ts';
import { outreachContracts } from '#domain/outreach/outreach.contract.ts';
import type { Journey, Step } from '#e2e/journey/journey.ts';
import { ownerFile } from '#e2e/journey/steps/owner.ts';

/** A car whose service is due is found, and its owner invited on the channel that they consented to. */
export const outreachStep: Step = {
  step: 'outreach',
  async take(journey) {
    await fileOwner(journey);
    await fileCar(journey);
    await findDue(journey);
    await invite(journey);
    return '招揽：车辆到期被找到，在客户同意的渠道内邀约';
  },
};

async function fileOwner({ crew, known, car }: Journey): Promise<void> {
  const { id } = await crew.receptionist.api.send(customerContracts.fileCustomer, {
    ...ownerFile(car),
    phone: car.ownerPhone,
    phoneOther: null,
  });
  known.set({ customerId: id });
}

async function fileCar(journey: Journey): Promise<void> {
  const { crew, known, forbid, car } = journey;
  const { api } = crew.receptionist;
  const filing = vehicleFile(journey);
  const wrongVin = `${car.vin.slice(0, 8)}${car.vin[8] === '5' ? '6' : '5'}${car.vin.slice(9)}`;
  await forbid('车辆识别代号校验位不符 a VIN whose check digit does not fit', 'vin_check_digit', () =>
    api.attempt(customerContracts.fileVehicle, { ...filing, vin: wrongVin }),
  );
  const { id } = await api.send(customerContracts.fileVehicle, filing);
  known.set({ vehicleId: id });
  await forbid('同一车牌再建档 file the same car twice', 'vehicle_exists', () =>
    api.attempt(customerContracts.fileVehicle, filing),
  );
}

/** Last serviced seven months ago, with a service due every six. */
const vehicleFile = ({ known, car, shop }: Journey) => ({
  plate: car.plate,
  vin: car.vin,
  vinOverrideReason: null,
  engineNo: null,
  brand: '示范',
  model: 'J1 1.5T',
  colour: '白',
  modelYear: 2024,
  powerType: 'petrol' as const,
  firstSoldOn: addMonths(shopDay(shop.now), -25),
  warrantyMonths: 36,
  warrantyKm: 60_000,
  serviceIntervalMonths: 6,
  serviceIntervalKm: 10_000,
  lastServiceOn: addMonths(shopDay(shop.now), -7),
  lastServiceKm: car.odometerKm - 9_600,
  odometerKm: car.odometerKm - 400,
  ownerId: known.get('customerId'),
});

/** Where many journeys run at once, the car is planned for by hand: what all cars are due is found once an hour for the store. */
async function findDue(journey: Journey): Promise<void> {
  const { crew, known, tries, shop } = journey;
  const { api } = crew.follow_up_agent;
  const vehicleId = known.get('vehicleId');
  if (!tries) {
    const planned = await api.send(outreachContracts.plan, {
      vehicleId,
      customerId: known.get('customerId'),
      topic: 'service_due',
      dueOn: addMonths(shopDay(shop.now), -1),
      dueKm: null,
      note: null,
      tryAt: null,
    });
    known.set({ outreachId: planned.outreachId });
    return;
  }
  await api.send(outreachContracts.findDue, {});
  const { items } = await api.send(outreachContracts.list, { vehicleId });
  const [found] = items;
  if (!found) throw new Error('the due car was not found');
  known.set({ outreachId: found.outreachId });
}

async function invite({ crew, known, forbid }: Journey): Promise<void> {
  const { api } = crew.follow_up_agent;
  const outreachId = known.get('outreachId');
  const invitation = {
    outreachId,
    version: 1,
    channel: 'phone',
    result: 'reached',
    note: '客户愿意下周来店',
    nextTryAt: null,
  } as const;
  await forbid('未经同意邀约 invite without consent', 'no_consent', () =>
    api.attempt(outreachContracts.attempt, invitation),
  );
  await crew.receptionist.api.send(customerContracts.giveConsent, {
    customerId: known.get('customerId'),
    purpose: 'service_reminder',
    channel: 'phone',
    evidence: '电话中同意接收保养提醒',
  });
  await api.send(outreachContracts.attempt, invitation);
}
