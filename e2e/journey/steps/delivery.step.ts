import { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { seeVisit, type Journey, type Step } from '#e2e/journey/journey.ts';

/** Key and papers go back by name, satisfaction is asked, the gate opens once. */
export const deliveryStep: Step = {
  step: 'delivery',
  async take(journey) {
    await handOver(journey);
    await leave(journey);
    return '交车：证件钥匙按名交还，询问满意度，出门证放行一次';
  },
};

async function handOver(journey: Journey): Promise<void> {
  const { crew, known, car, forbid } = journey;
  const { api } = crew.advisor;
  const { entrusted } = await seeVisit(journey);
  const handing = {
    orderId: known.get('orderId'),
    collectorId: null,
    collectorName: car.presenterName,
    code: null,
    itemIds: entrusted.map(({ itemId }) => itemId),
    satisfaction: 5,
    opinion: '讲解清楚',
    otherService: null,
  };
  await forbid('未交还证件钥匙先放行 the gate before documents and key', 'not_handed_over', () =>
    crew.guard.api.attempt(deliveryContracts.openGate, opening(journey)),
  );
  await forbid('少还一件 hand over with an item kept back', 'items_not_returned', () =>
    api.attempt(deliveryContracts.handOver, { ...handing, itemIds: handing.itemIds.slice(1) }),
  );
  await forbid('交给未经授权的人 hand over to somebody not authorized', 'collector_not_authorized', () =>
    api.attempt(deliveryContracts.handOver, { ...handing, collectorName: '路人' }),
  );
  await api.send(deliveryContracts.handOver, handing);
}

const opening = ({ known, car }: Journey) => ({ code: known.get('passCode'), odometerKm: car.odometerKm + 7 });

async function leave(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.guard;
  await api.send(deliveryContracts.openGate, opening(journey));
  await forbid('同一出门证再次放行 the gate a second time', 'pass_used', () =>
    api.attempt(deliveryContracts.openGate, opening(journey)),
  );
  await forbid('退款超过已收 refund more than was paid', 'refund_above_paid', () =>
    crew.cashier.api.attempt(settlementContracts.refund, {
      orderId: known.get('orderId'),
      statementId: null,
      method: 'cash',
      amountFen: 100_000_000,
      reason: '试退',
    }),
  );
}
