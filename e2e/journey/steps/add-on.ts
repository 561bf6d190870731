import { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { diagnosisContracts } from '#domain/diagnosis/diagnosis.contract.ts';
import { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { made, type Journey } from '#e2e/journey/journey.ts';
import { assignment } from '#e2e/journey/steps/dispatch.step.ts';
import { decisionOn, presentedNow } from '#e2e/journey/steps/decide.ts';
import { jobLine } from '#e2e/journey/steps/lines.ts';
import { finish, onLine, start } from '#e2e/journey/steps/line-work.ts';

/** What is found in mid-job stops its line; the customer decides on their own page, then work goes on (R135, R170–R174). */
export async function addOn(journey: Journey): Promise<void> {
  await findAndStop(journey);
  await tell(journey);
  await decideOnPage(journey);
  await workOn(journey);
}

async function findAndStop(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.technician;
  const finding = await api.send(diagnosisContracts.recordFinding, {
    orderId: known.get('orderId'),
    kind: 'add_on',
    lineId: known.get('serviceLine'),
    system: 'engine',
    finding: '空调滤芯发霉',
    cause: '长期未更换',
    proposal: '清洗蒸发箱',
    necessity: 'recommended',
    stopsLine: true,
    attachmentId: null,
  });
  known.set({ addOnFinding: made(finding) });
  const stopped = await onLine(journey, 'serviceLine');
  await forbid('增项未决先继续 go on before the customer decided', 'line_waiting', () =>
    api.attempt(workshopContracts.resumeWork, stopped),
  );
}

async function tell(journey: Journey): Promise<void> {
  const { crew, known, shop, forbid } = journey;
  const orderId = known.get('orderId');
  await crew.technician.api.send(workshopContracts.reportDelay, {
    orderId,
    lineId: known.get('serviceLine'),
    reason: 'customer',
    note: '发现增项，等客户决定',
    expectedAt: addMinutes(shop.now, 600),
  });
  const told = {
    orderId,
    purpose: 'add_on',
    channel: 'wechat',
    said: '保养中发现空调滤芯发霉，建议清洗，费用与时间见页面',
    answer: '我看一下',
    reached: true,
    newPromisedAt: addMinutes(shop.now, 600),
  } as const;
  await forbid('把交车时间改到过去 promise a time that has passed', 'promise_in_past', () =>
    crew.advisor.api.attempt(workshopContracts.tellCustomer, { ...told, newPromisedAt: addMinutes(shop.now, -600) }),
  );
  await crew.advisor.api.send(workshopContracts.tellCustomer, told);
}

async function decideOnPage(journey: Journey): Promise<void> {
  const { crew, known, shop, forbid, anybody } = journey;
  const { api } = crew.advisor;
  const orderId = known.get('orderId');
  const line = jobLine(journey, shop.cleaning, {
    source: 'technician_recommendation',
    necessity: 'recommended',
    reason: '滤芯发霉，影响健康',
    findingId: known.get('addOnFinding'),
  });
  known.set({ addOnLine: made(await api.send(estimateContracts.addLine, line)) });
  const undecided = await onLine(journey, 'addOnLine');
  await forbid('客户未同意先施工 work without a grant', 'no_grant', () =>
    crew.technician.api.attempt(workshopContracts.startWork, { ...undecided, bayId: shop.bayId }),
  );
  await api.send(estimateContracts.setPromise, { orderId, promisedAt: addMinutes(shop.now, 600) });
  await api.send(authorizationContracts.present, { orderId });
  const { url } = await api.send(authorizationContracts.makeLink, { orderId });
  const customer = anybody.with({ 'visit-token': tokenOf(url) });
  const decision = {
    ...decisionOn(journey, await presentedNow(journey), { addOnLine: 'accept' }),
    channel: 'customer_page',
  } as const;
  await forbid('客户页面空白签名 an empty signature on the customer’s page', 'signature_empty', () =>
    customer.attempt(authorizationContracts.decide, {
      ...decision,
      signature: { signedBy: journey.car.presenterName, strokes: [] },
    }),
  );
  await customer.send(authorizationContracts.decide, decision);
}

/** The link ends with the token. */
const tokenOf = (url: string): string =>
  url.slice(Math.max(url.lastIndexOf('/'), url.lastIndexOf('#'), url.lastIndexOf('=')) + 1);

async function workOn(journey: Journey): Promise<void> {
  const { crew } = journey;
  await crew.technician.api.send(workshopContracts.resumeWork, await onLine(journey, 'serviceLine'));
  await finish(journey, 'serviceLine');
  await crew.supervisor.api.send(dispatchContracts.assignLine, assignment(journey, 'addOnLine', [180, 220]));
  await start(journey, 'addOnLine');
  await finish(journey, 'addOnLine');
}
