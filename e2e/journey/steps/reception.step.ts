import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { tickItems } from '#domain/repair-order/norms.ts';
import { seeVisit, type Journey, type Step } from '#e2e/journey/journey.ts';
import { signedBy, unsignedBy } from '#e2e/journey/signature.ts';

const complaint = '做常规保养，另外低速刹车时前轮有吱吱声。';

/** The car is received on one form that the customer signs and takes along. */
export const receptionStep: Step = {
  step: 'reception',
  async take(journey) {
    await receive(journey);
    await walkAround(journey);
    await takeItems(journey);
    await interview(journey);
    await handOver(journey);
    return '接车：三件套、里程油量、环车检查、物品、问诊，接车登记表已签字交付';
  },
};

const received = ({ known, car, crew }: Journey) => ({
  kind: 'customer' as const,
  vehicleId: known.get('vehicleId'),
  customerId: known.get('customerId'),
  presenter: { name: car.presenterName, phone: car.ownerPhone, entrusted: true },
  complaint,
  advisorId: crew.advisor.staffId,
  appointmentId: known.get('appointmentId'),
  comebackOf: null,
  waitsInShop: true,
});

async function receive(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.advisor;
  const key = `receive-${known.get('vehicleId')}`;
  const done = await api.send(receptionContracts.receiveCar, received(journey), { key });
  known.set({ orderId: done.orderId, orderNo: done.orderNo });
  await forbid('同一辆车再开一张单 receive the same car twice', 'vehicle_in_shop', () =>
    api.attempt(receptionContracts.receiveCar, received(journey)),
  );
  await forbid('同一幂等键换内容 another body under the same key', 'idempotency_key_reused', () =>
    api.attempt(receptionContracts.receiveCar, { ...received(journey), complaint: '换一句' }, { key }),
  );
}

const readings = ({ known, car }: Journey) => ({
  orderId: known.get('orderId'),
  odometerKm: car.odometerKm,
  lowerReason: null,
  fuelEighths: 4,
  chargePercent: null,
});

async function walkAround(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.advisor;
  const orderId = known.get('orderId');
  const found = {
    orderId,
    items: [{ area: 'left', damage: 'scratch', note: '左前门 3 厘米', xMilli: 310, yMilli: 480, attachmentId: null }],
    spareWheelOk: true,
    toolsOk: true,
  } as const;
  await forbid('三件套未装先环检 walk around before the kit', 'kit_not_fitted', () =>
    api.attempt(receptionContracts.recordWalkAround, { ...found, items: [...found.items] }),
  );
  await forbid('登记未完先交表 hand over an unfinished form', 'reception_incomplete', () =>
    api.attempt(receptionContracts.handOverReceptionForm, { orderId, signature: signedBy(journey.car.presenterName) }),
  );
  await api.send(receptionContracts.fitKit, { orderId });
  await forbid('里程倒退 an odometer that runs backwards', 'odometer_backwards', () =>
    api.attempt(receptionContracts.recordReadings, { ...readings(journey), odometerKm: 100 }),
  );
  await api.send(receptionContracts.recordReadings, readings(journey));
  await api.send(receptionContracts.recordWalkAround, { ...found, items: [...found.items] });
}

async function takeItems({ crew, known }: Journey): Promise<void> {
  const { api } = crew.advisor;
  const orderId = known.get('orderId');
  await api.send(receptionContracts.takeItems, {
    orderId,
    items: [
      { kind: 'key', description: '遥控钥匙', quantity: 1 },
      { kind: 'vehicle_licence', description: '行驶证', quantity: 1 },
      { kind: 'service_booklet', description: '保养手册', quantity: 1 },
    ],
  });
  const ticked = tickItems.filter((item) =>
    [
      'met_at_once',
      'greeted',
      'addressed',
      'listened',
      'process_explained',
      'identity_checked',
      'valuables_reminded',
    ].includes(item),
  );
  await api.send(receptionContracts.tick, { orderId, items: ticked, note: null });
}

async function interview(journey: Journey): Promise<void> {
  const { crew, forbid } = journey;
  const { api } = crew.advisor;
  const { order } = await seeVisit(journey);
  const asked = {
    orderId: order.orderId,
    version: order.version,
    complaint,
    interview: { when: '上周起', speed: '30 公里/小时以下', frequency: 'often', noise: '吱吱声' },
    preliminaryJudgement: '前制动片可能磨损',
    inWarranty: true,
    symptomClass: 'b',
  } as const;
  await forbid('基于旧版本保存 save what is based on an older version', 'stale_version', () =>
    api.attempt(receptionContracts.recordInterview, { ...asked, version: order.version + 7 }),
  );
  await api.send(receptionContracts.recordInterview, asked);
}

async function handOver({ crew, known, car, forbid }: Journey): Promise<void> {
  const { api } = crew.advisor;
  const orderId = known.get('orderId');
  await forbid('空白签名 an empty signature', 'signature_empty', () =>
    api.attempt(receptionContracts.handOverReceptionForm, { orderId, signature: unsignedBy(car.presenterName) }),
  );
  await api.send(receptionContracts.handOverReceptionForm, { orderId, signature: signedBy(car.presenterName) });
}
