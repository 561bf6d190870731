import { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { diagnosisContracts } from '#domain/diagnosis/diagnosis.contract.ts';
import { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import { made, seeLine, type Journey, type Step } from '#e2e/journey/journey.ts';
import { decisionOn, presentedNow } from '#e2e/journey/steps/decide.ts';
import { jobLine, partLine } from '#e2e/journey/steps/lines.ts';

/** Jobs and parts with their prices, decided line by line, signed; copies handed over, the customer shown to the lounge. */
export const estimateStep: Step = {
  step: 'estimate',
  async take(journey) {
    await addLines(journey);
    await judge(journey);
    await decide(journey);
    await settleCustomer(journey);
    return '估价：保养与制动片逐项确认签字，雨刮以后再做，安全项拒绝，客户联交付并引导休息';
  },
};

async function addLines(journey: Journey): Promise<void> {
  const { crew, known, forbid, shop } = journey;
  const { api } = crew.advisor;
  const { service, brakes, tyre, filter, pads, wiper } = shop;
  const add = async (line: ReturnType<typeof jobLine>) => made(await api.send(estimateContracts.addLine, line));
  await forbid('高于公示价 a price above the published one', 'price_above_list', () =>
    api.attempt(estimateContracts.addLine, jobLine(journey, service, { unitPriceFen: service.rateFen + 100 })),
  );
  const serviceLine = await add(jobLine(journey, service));
  const recommended = { source: 'technician_recommendation', findingId: known.get('findingId') } as const;
  const brakesLine = await add(
    jobLine(journey, brakes, { ...recommended, necessity: 'safety', reason: '前制动片剩余 2 毫米' }),
  );
  known.set({ serviceLine, brakesLine });
  known.set({
    filterLine: await add(partLine(journey, filter, { parentLineId: serviceLine })),
    padsLine: await add(partLine(journey, pads, { ...recommended, parentLineId: brakesLine, necessity: 'safety' })),
    wiperLine: await add(partLine(journey, wiper, { necessity: 'recommended', reason: '雨刮胶条老化' })),
    tyreLine: await add(jobLine(journey, tyre, { necessity: 'safety', reason: '左后轮胎鼓包，有爆胎危险' })),
  });
}

async function judge(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.warranty_clerk;
  const line = await seeLine(journey, 'padsLine');
  const judgement = {
    orderId: known.get('orderId'),
    lineId: line.lineId,
    version: line.version,
    state: 'not_covered',
    reason: '制动片属易损件，已过质保里程',
    toldCustomer: true,
    fallbackPayer: null,
  } as const;
  await forbid('质保判定不写理由 a judgement without its reason', 'warranty_reason_missing', () =>
    api.attempt(diagnosisContracts.judgeWarranty, { ...judgement, reason: null }),
  );
  await api.send(diagnosisContracts.judgeWarranty, judgement);
}

async function decide(journey: Journey): Promise<void> {
  const { crew, known, forbid, shop, stranger } = journey;
  const { api } = crew.advisor;
  const orderId = known.get('orderId');
  await api.send(estimateContracts.setPromise, { orderId, promisedAt: addMinutes(shop.now, 9 * 60) });
  await api.send(authorizationContracts.present, { orderId });
  await forbid('出示后再加项 add to what lies before the customer', 'version_open', () =>
    api.attempt(estimateContracts.addLine, jobLine(journey, shop.service)),
  );
  const decision = decisionOn(journey, await presentedNow(journey), {
    serviceLine: 'accept',
    brakesLine: 'accept',
    filterLine: 'accept',
    padsLine: 'accept',
    wiperLine: 'defer',
    tyreLine: 'decline',
  });
  await forbid('漏选一项 leave a line undecided', 'choices_incomplete', () =>
    api.attempt(authorizationContracts.decide, { ...decision, choices: decision.choices.slice(1) }),
  );
  await forbid('电话确认无宣读记录 decide by phone without the text read back', 'read_back_missing', () =>
    api.attempt(authorizationContracts.decide, { ...decision, channel: 'phone', signature: null }),
  );
  await api.send(authorizationContracts.decide, decision);
  if (!stranger) return;
  await forbid('他店人员查看本单 another store reads the order', 'not_found', () =>
    stranger.api.attempt(visitViewContracts.visit, { orderId }),
  );
  await forbid('他店人员交付客户联 another store acts on the order', 'not_found', () =>
    stranger.api.attempt(authorizationContracts.handOverCopies, { orderId }),
  );
}

async function settleCustomer({ crew, known }: Journey): Promise<void> {
  const orderId = known.get('orderId');
  await crew.advisor.api.send(authorizationContracts.handOverCopies, { orderId });
  await crew.advisor.api.send(receptionContracts.tick, {
    orderId,
    items: [
      'advice_given',
      'questions_answered',
      'items_explained',
      'payment_explained',
      'new_jobs_explained',
      'attendant_introduced',
    ],
    note: null,
  });
  await crew.lounge_attendant.api.send(receptionContracts.seatInLounge, { orderId });
}
