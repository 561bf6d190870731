import { addDays, addMinutes, addMonths, nextQuarter, shopDay } from '#domain/kernel/calendar.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import type { Start } from '#web/visit/start.ts';

/** Nearer than this the next service counts as done with this visit. */
const soonDays = 30;
const soonKm = 1000;

/** Handing the car back: notice, vehicle check, statement, money, passes. */
export const settlementStarts: Readonly<Record<string, Start>> = {
  tell_ready: ({ order, customer }, { now }) => ({
    channel: order.waitsInShop ? 'face_to_face' : customer.preferredChannel,
    reached: true,
    said: order.waitsInShop ? '车辆已修好并检验合格，请一起验车。' : '车辆已修好并检验合格，请来店取车。',
    pickUpAt: pickUp(order, now),
  }),
  check_vehicle: () => ({ result: 'pass', oldPartsShown: true, kitRemoved: true }),
  present_statements: (view, { now }) => ({
    ...nextService(view, now),
    preferredCall: view.customer.preferredCall ?? { from: '10:00', to: '12:00', days: 'any' },
  }),
  take_payment: (view) => {
    const statement = customerStatement(view.statements);
    const due = view.money.payers.find(({ payer }) => payer === 'customer')?.dueFen ?? null;
    return {
      kind: statement ? 'payment' : 'deposit',
      statementId: statement?.statementId ?? null,
      method: payable(view.order.paymentMethod),
      amountFen: statement ? due : null,
    };
  },
  refund: ({ payments, statements, money }) => ({
    ...(money.freeFen > 0
      ? { statementId: null, amountFen: money.freeFen }
      : { statementId: customerStatement(statements)?.statementId ?? null }),
    method: payable(payments.findLast(({ kind }) => kind !== 'refund')?.method ?? null),
  }),
  authorize_collector: () => ({ consent: 'one_time_code' }),
  issue_final_pass: (view) => ({ collectorId: expectedCollector(view)?.collectorId ?? null }),
  issue_temporary_pass: ({ order, vehicle, waits }, { now }) => ({
    reason: reasonToGo(waits.filter(({ endedAt }) => endedAt === null).map(({ reason }) => reason)),
    collectorName: order.presenterName,
    odometerKm: vehicle.odometerKm,
    expectedReturnAt: nextQuarter(addMinutes(now, 60)),
  }),
  hand_over: (view) => {
    const collector = expectedCollector(view);
    return {
      collectorId: collector?.collectorId ?? null,
      collectorName: collector?.name ?? view.order.presenterName,
      itemIds: view.entrusted.filter(({ returnedAt }) => returnedAt === null).map(({ itemId }) => itemId),
    };
  },
};

/** As promised where that lies ahead; who waits in the shop gets the car at once (R210). */
function pickUp({ promisedAt, waitsInShop }: VisitView['order'], now: string): string {
  if (waitsInShop) return nextQuarter(now);
  const soon = nextQuarter(addMinutes(now, 60));
  return promisedAt !== null && promisedAt > soon ? promisedAt : soon;
}

/** One interval from here where the service was due or nearly so; else what stood before (R235). */
function nextService({ vehicle }: VisitView, now: string) {
  const { nextServiceOn: dueOn, nextServiceKm: dueKm, odometerKm: km } = vehicle;
  const { serviceIntervalMonths: months, serviceIntervalKm: interval } = vehicle;
  const today = shopDay(now);
  const near = (dueOn ?? today) <= addDays(today, soonDays) || (dueKm !== null && km !== null && dueKm <= km + soonKm);
  return {
    nextServiceOn: near && months !== null ? addMonths(today, months) : dueOn,
    nextServiceKm: (near || dueKm === null) && interval !== null && km !== null ? km + interval : dueKm,
  };
}

const customerStatement = (statements: VisitView['statements']) =>
  statements.findLast(({ payer, state }) => payer === 'customer' && state !== 'withdrawn');

const payable = (method: string | null): string => (method === null || method === 'credit' ? 'wechat' : method);

const expectedCollector = ({ collectors }: VisitView) => collectors.findLast(({ usedAt }) => usedAt === null);

const reasonToGo = (waits: readonly string[]): string =>
  waits.includes('parts') ? 'parts_awaited' : waits.includes('sublet') ? 'sublet' : 'road_test';
