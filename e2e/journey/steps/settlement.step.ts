import { addMonths, shopDay } from '#domain/kernel/calendar.ts';
import { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { seeVisit, type Journey, type Step } from '#e2e/journey/journey.ts';
import { signedBy } from '#e2e/journey/signature.ts';
import { checked } from '#e2e/journey/steps/checked.ts';

const depositFen = 10_000;

/** The car is checked with the customer, the statement explained and signed, paid with a deposit and change; the pass is issued. */
export const settlementStep: Step = {
  step: 'settlement',
  async take(journey) {
    await checkVehicle(journey);
    await present(journey);
    await signStatement(journey);
    await pay(journey);
    return '验车结算：陪同验车，拒修安全项签字，结算单签字，定金与找零，出门证';
  },
};

async function checkVehicle(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.advisor;
  const check = {
    orderId: known.get('orderId'),
    result: 'pass',
    items: checked('vehicle_check'),
    failedLines: [],
    oldPartsShown: true,
    kitRemoved: true,
    customerOpinion: null,
  } as const;
  await forbid('未验车先出结算单 present a statement before the vehicle check', 'vehicle_check_missing', () =>
    api.attempt(settlementContracts.presentStatements, promises(journey)),
  );
  await forbid('验车漏项 a vehicle check with a point left out', 'check_incomplete', () =>
    api.attempt(settlementContracts.checkVehicle, { ...check, items: check.items.slice(1), failedLines: [] }),
  );
  await api.send(settlementContracts.checkVehicle, { ...check, items: [...check.items], failedLines: [] });
}

/** Called at any time from now on, so that the call of this journey falls due at once. */
const promises = ({ known, shop, car }: Journey) => ({
  orderId: known.get('orderId'),
  nextServiceOn: addMonths(shopDay(shop.now), 6),
  nextServiceKm: car.odometerKm + 10_000,
  preferredCall: { from: '00:00', to: '23:59', days: 'any' as const },
});

async function present(journey: Journey): Promise<void> {
  const { crew, known, car, forbid } = journey;
  const { api } = crew.advisor;
  await forbid('拒修的安全项未签字 settle with a refused safety item unsigned', 'safety_refusal_unsigned', () =>
    api.attempt(settlementContracts.presentStatements, promises(journey)),
  );
  await api.send(settlementContracts.refuseSafety, {
    orderId: known.get('orderId'),
    lineId: known.get('tyreLine'),
    customerNote: '已知轮胎鼓包的危险，本次不换，后果自负',
    signature: signedBy(car.presenterName),
  });
  await forbid('不写下次保养 a statement without the next service', 'next_service_missing', () =>
    api.attempt(settlementContracts.presentStatements, { ...promises(journey), nextServiceOn: null }),
  );
  await forbid('不问回访时间 a statement without the time to call', 'call_time_missing', () =>
    api.attempt(settlementContracts.presentStatements, { ...promises(journey), preferredCall: null }),
  );
  await crew.cashier.api.send(settlementContracts.takePayment, {
    ...payment(journey, depositFen),
    kind: 'deposit',
    method: 'wechat',
    reference: '微信定金',
  });
  await api.send(settlementContracts.presentStatements, promises(journey));
}

async function signStatement(journey: Journey): Promise<void> {
  const { crew, known, car, forbid } = journey;
  const { api } = crew.advisor;
  const statement = await customerStatement(journey);
  known.set({ statementId: statement.statementId });
  const signing = {
    orderId: known.get('orderId'),
    statementId: statement.statementId,
    contentHash: statement.contentHash ?? '',
    signature: signedBy(car.presenterName),
  };
  await forbid('签另一内容的结算单 sign another statement than was shown', 'statement_changed', () =>
    api.attempt(settlementContracts.signStatement, { ...signing, contentHash: 'f'.repeat(64) }),
  );
  await forbid('未签字先开出门证 a gate pass before the signature', 'statement_unsigned', () =>
    api.attempt(deliveryContracts.issueFinalPass, finalPass(journey)),
  );
  await api.send(settlementContracts.signStatement, signing);
}

async function customerStatement(journey: Journey): Promise<VisitView['statements'][number]> {
  const { statements } = await seeVisit(journey);
  const statement = statements.find(({ payer, state }) => payer === 'customer' && state !== 'withdrawn');
  if (!statement) throw new Error('the customer has no statement');
  return statement;
}

const payment = ({ known }: Journey, amountFen: number) => ({
  orderId: known.get('orderId'),
  statementId: null as string | null,
  amountFen,
  tenderedFen: null as number | null,
  reference: null as string | null,
});

const finalPass = ({ known }: Journey) => ({ orderId: known.get('orderId'), collectorId: null });

async function pay(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.cashier;
  const { totalFen } = await customerStatement(journey);
  const due = totalFen - depositFen;
  const cash = {
    ...payment(journey, due),
    kind: 'payment',
    method: 'cash',
    statementId: known.get('statementId'),
  } as const;
  await forbid('多收 take more than is due', 'payment_above_due', () =>
    api.attempt(settlementContracts.takePayment, { ...cash, amountFen: due + 1 }),
  );
  await forbid('实收不足 less cash than the amount', 'tendered_short', () =>
    api.attempt(settlementContracts.takePayment, { ...cash, tenderedFen: due - 1 }),
  );
  await forbid('未付款先开出门证 a gate pass before payment', 'unpaid', () =>
    api.attempt(deliveryContracts.issueFinalPass, finalPass(journey)),
  );
  await api.send(settlementContracts.takePayment, { ...cash, tenderedFen: Math.ceil(due / 10_000) * 10_000 });
  await api.send(deliveryContracts.issueFinalPass, finalPass(journey));
  const { passes } = await seeVisit(journey);
  known.set({ passCode: passes.find(({ state }) => state === 'issued')?.code ?? '' });
}
