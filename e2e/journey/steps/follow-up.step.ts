import { customerContracts } from '#domain/customer/customer.contract.ts';
import { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { outreachContracts } from '#domain/outreach/outreach.contract.ts';
import { seeVisit, type Journey, type Step } from '#e2e/journey/journey.ts';
import { seeToItsEnd } from '#e2e/journey/steps/complaint.ts';
import { ownerFile } from '#e2e/journey/steps/owner.ts';

type Call = OutputOf<typeof followUpContracts.list>['items'][number];

/** The calls were planned by themselves; a bad answer opens a complaint that is seen to its end; the next reminder exists. */
export const followUpStep: Step = {
  step: 'followup',
  async take(journey) {
    const calls = await plannedCalls(journey);
    await tryEarly(journey, calls);
    await callQuality(journey, calls);
    await seeToItsEnd(journey);
    await completeFile(journey);
    await nextReminder(journey);
    return '回访：首呼未通再拨通，不满意转投诉并闭环，客户档案完善，下次保养提醒已建立';
  },
};

async function plannedCalls({ crew, known }: Journey): Promise<readonly Call[]> {
  const { items } = await crew.follow_up_agent.api.send(followUpContracts.list, {
    orderId: known.get('orderId'),
    show: 'all',
  });
  return items;
}

function callOf(calls: readonly Call[], kind: Call['kind']): Call {
  const call = calls.find((each) => each.kind === kind);
  if (!call) throw new Error(`no ${kind} was planned`);
  return call;
}

const answered = ({ followUpId, version }: Pick<Call, 'followUpId' | 'version'>) => ({
  followUpId,
  version,
  channel: 'phone' as const,
  answers: { overall: 2, onTime: 4, quality: 2, explanation: 4 },
  opinion: '刹车低速时仍有轻微异响',
  newNeeds: null,
  satisfied: false,
  recommendScore: 4,
  complaint: { level: 'general' as const, class: 'repair_quality' as const },
});

async function tryEarly({ crew, forbid }: Journey, calls: readonly Call[]): Promise<void> {
  const early = callOf(calls, 'relationship_call');
  await forbid('未到时间先回访 call before the call is due', 'not_due', () =>
    crew.follow_up_agent.api.attempt(followUpContracts.complete, answered(early)),
  );
}

async function callQuality({ crew, known, forbid, shop }: Journey, calls: readonly Call[]): Promise<void> {
  const { api } = crew.follow_up_agent;
  const call = callOf(calls, 'quality_call');
  const tried = await api.send(followUpContracts.attempt, {
    followUpId: call.followUpId,
    version: call.version,
    channel: 'phone',
    result: 'no_answer',
    note: null,
    nextTryAt: addMinutes(shop.now, 60),
  });
  const again = answered({ followUpId: call.followUpId, version: tried.version });
  await forbid('不记录回答就完成 complete a call without the answers', 'answers_missing', () =>
    api.attempt(followUpContracts.complete, { ...again, answers: null, satisfied: null }),
  );
  const done = await api.send(followUpContracts.complete, again);
  if (done.complaintId === null) throw new Error('the bad answer opened no complaint');
  known.set({ complaintId: done.complaintId });
}

async function completeFile(journey: Journey): Promise<void> {
  const { crew, forbid, car, shop } = journey;
  const { api } = crew.receptionist;
  const { customerId, version } = (await seeVisit(journey)).customer;
  const nextCall = { nextCallTopic: '下次保养提醒', nextCallAt: addMinutes(shop.now, 150 * 24 * 60) };
  await forbid('档案不全先完成 complete a file that lacks something', 'file_incomplete', () =>
    api.attempt(customerContracts.completeFile, { customerId, version, ...nextCall }),
  );
  const asked = { ...ownerFile(car), wishedServices: '取送车、周末保养' };
  const changed = await api.send(customerContracts.changeCustomer, { customerId, version, ...asked });
  await api.send(customerContracts.completeFile, { customerId, version: changed.version, ...nextCall });
}

/** Planned at delivery, for the day and kilometres that the statement says (R236). */
async function nextReminder({ crew, known }: Journey): Promise<void> {
  const { items } = await crew.follow_up_agent.api.send(outreachContracts.list, {
    vehicleId: known.get('vehicleId'),
    show: 'live',
  });
  if (!items.some(({ sourceOrderId }) => sourceOrderId === known.get('orderId'))) {
    throw new Error('no reminder of the next service was planned');
  }
}
