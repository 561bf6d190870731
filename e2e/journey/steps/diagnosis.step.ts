import { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { diagnosisContracts } from '#domain/diagnosis/diagnosis.contract.ts';
import { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { made, seeLine, seeVisit, type Journey, type Step } from '#e2e/journey/journey.ts';
import { planned } from '#e2e/journey/shop.ts';
import { checked } from '#e2e/journey/steps/checked.ts';
import { decisionOn, presentedNow } from '#e2e/journey/steps/decide.ts';
import { diagnosisLine } from '#e2e/journey/steps/lines.ts';

const feeFen = 9_000;
const capFen = 15_000;

/** The diagnosis is a line with a fee that the customer accepts; it is dispatched and worked like any other. */
export const diagnosisStep: Step = {
  step: 'diagnosis',
  async take(journey) {
    await offer(journey);
    await accept(journey);
    await bringIn(journey);
    await work(journey);
    return '诊断：费用经客户确认，派工检查，发现前制动片磨损与雨刮老化';
  },
};

async function offer(journey: Journey): Promise<void> {
  const { crew, known, forbid, shop } = journey;
  const { api } = crew.advisor;
  const orderId = known.get('orderId');
  await forbid('诊断费超过封顶 a diagnosis fee above its cap', 'fee_above_cap', () =>
    api.attempt(estimateContracts.addLine, diagnosisLine(journey, feeFen, feeFen - 1)),
  );
  known.set({
    diagnosisLine: made(await api.send(estimateContracts.addLine, diagnosisLine(journey, feeFen, capFen))),
  });
  await forbid('未报交车时间先出示 present without a promised time', 'promise_missing', () =>
    api.attempt(authorizationContracts.present, { orderId }),
  );
  await api.send(estimateContracts.setPromise, { orderId, promisedAt: addMinutes(shop.now, 8 * 60) });
  await forbid('未询问旧件与付费先出示 present without the choices asked', 'choices_missing', () =>
    api.attempt(authorizationContracts.present, { orderId }),
  );
  const { order } = await seeVisit(journey);
  await api.send(estimateContracts.recordChoices, {
    orderId,
    version: order.version,
    paymentMethod: 'cash',
    oldPartChoice: 'take_away',
    washWanted: true,
    waitsInShop: true,
    deliveryProcedureExplained: true,
  });
}

async function accept(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.advisor;
  const orderId = known.get('orderId');
  await api.send(authorizationContracts.present, { orderId });
  const decision = decisionOn(journey, await presentedNow(journey), { diagnosisLine: 'accept' });
  await forbid('客户看到的是另一内容 decide on other content than was presented', 'version_changed', () =>
    api.attempt(authorizationContracts.decide, { ...decision, contentHash: '0'.repeat(64) }),
  );
  await forbid('屏幕签字缺签名 decide on the screen without a signature', 'signature_missing', () =>
    api.attempt(authorizationContracts.decide, { ...decision, signature: null }),
  );
  await api.send(authorizationContracts.decide, decision);
  await forbid('客户联未交先送车间 bring the car in before the copies are out', 'paper_copies_due', () =>
    api.attempt(dispatchContracts.handToWorkshop, handing(journey)),
  );
  await api.send(authorizationContracts.handOverCopies, { orderId });
}

const handing = ({ crew, known }: Journey) => ({
  orderId: known.get('orderId'),
  toStaffId: crew.supervisor.staffId,
  place: '待修区 3',
  notes: '客户在店等候，先诊断异响',
  priority: 'waiting_customer' as const,
});

async function bringIn(journey: Journey): Promise<void> {
  const { crew, known, forbid, shop } = journey;
  const orderId = known.get('orderId');
  const assignment = {
    orderId,
    lineId: known.get('diagnosisLine'),
    bayId: shop.bayId,
    teamId: null,
    technicianId: crew.technician.staffId,
    ...planned(shop, 0, 45),
  };
  await forbid('车未交车间先派工 dispatch a car that is not in the workshop', 'not_in_workshop', () =>
    crew.supervisor.api.attempt(dispatchContracts.assignLine, assignment),
  );
  await crew.advisor.api.send(dispatchContracts.handToWorkshop, handing(journey));
  const start = {
    orderId,
    lineId: known.get('diagnosisLine'),
    version: (await seeLine(journey, 'diagnosisLine')).version,
  };
  await forbid('未派工先施工 work before dispatch', 'not_dispatched', () =>
    crew.technician.api.attempt(workshopContracts.startWork, { ...start, bayId: shop.bayId }),
  );
  await crew.supervisor.api.send(dispatchContracts.assignLine, assignment);
  await crew.technician.api.send(dispatchContracts.acceptCar, { orderId, matchesReceptionForm: true, note: null });
}

async function work(journey: Journey): Promise<void> {
  const { crew, known, shop } = journey;
  const { api } = crew.technician;
  const on = async () => ({
    orderId: known.get('orderId'),
    lineId: known.get('diagnosisLine'),
    version: (await seeLine(journey, 'diagnosisLine')).version,
  });
  await api.send(workshopContracts.startWork, { ...(await on()), bayId: shop.bayId });
  const finding = {
    orderId: known.get('orderId'),
    kind: 'diagnosis',
    lineId: known.get('diagnosisLine'),
    system: 'brakes',
    finding: '前制动片剩余 2 毫米',
    cause: '正常磨损',
    proposal: '更换前制动片',
    necessity: 'safety',
    stopsLine: false,
    attachmentId: null,
  } as const;
  known.set({ findingId: made(await api.send(diagnosisContracts.recordFinding, finding)) });
  await api.send(workshopContracts.finishWork, {
    ...(await on()),
    workDone: '拆检四轮，确认前制动片磨损',
    selfCheck: checked('self_check'),
  });
}
