import { signedBy, type OrderStep } from '#server/testing/order-step.ts';

/** The reception form complete, signed and handed over. */
const finishReception: OrderStep = async ({ act }) => {
  await act('advisor', 'kit');
  await act('advisor', 'readings', { odometerKm: 23_500, lowerReason: null, fuelEighths: 4, chargePercent: null });
  await act('advisor', 'walk-around', { items: [], spareWheelOk: true, toolsOk: true });
  await act('advisor', 'entrusted-items', { items: [{ kind: 'key', description: '车钥匙', quantity: 1 }] });
  await act('advisor', 'ticks', { items: ['licence_asked', 'booklet_asked'] });
  await act('advisor', 'reception-form/hand-over', { signature: signedBy('王先生') });
};

/** The car is received when the order is made. */
export const receptionSteps = { received: async () => {}, reception_done: finishReception } as const satisfies Record<
  string,
  OrderStep
>;
