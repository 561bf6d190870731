import { authorizeCollector } from '#domain/delivery/authorize-collector.ts';
import { carReturned, passOut } from '#domain/delivery/car-returned.ts';
import { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { gateContracts } from '#domain/delivery/gate.contract.ts';
import { handOver } from '#domain/delivery/hand-over.ts';
import { issueFinalPass } from '#domain/delivery/issue-final-pass.ts';
import { issueTemporaryPass } from '#domain/delivery/issue-temporary-pass.ts';
import { voidPass } from '#domain/delivery/void-pass.ts';
import { lockVehicle } from '#server/features/customer/customer-files.ts';
import { readAtGate } from '#server/features/delivery/after-gate.ts';
import { finalPassFacts, passFacts } from '#server/features/delivery/delivery.facts.ts';
import { carsOut } from '#server/features/delivery/cars-out.queries.ts';
import { checkPassByCode, openGateByCode } from '#server/features/delivery/gate.ts';
import { newCollectorCode } from '#server/features/delivery/pass-secret.ts';
import { actOnVisit, onVisit } from '#server/features/repair-order/on-visit.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Collector, gate pass, hand-over, gate. */
export const deliveryRoutes: readonly Binding[] = [
  // The answer holds the one-time code, which no receipt may keep.
  bind(
    deliveryContracts.authorizeCollector,
    (call, input) =>
      actOnVisit(call, input, {
        decide: authorizeCollector,
        facts: () => Promise.resolve({ code: newCollectorCode() }),
      }),
    { receipt: false },
  ),
  onVisit(deliveryContracts.issueFinalPass, issueFinalPass, { facts: finalPassFacts }),
  onVisit(deliveryContracts.issueTemporaryPass, issueTemporaryPass, { facts: passFacts }),
  onVisit(deliveryContracts.voidPass, voidPass),
  onVisit(deliveryContracts.handOver, handOver),
  bind(deliveryContracts.openGate, openGateByCode),
  onVisit(deliveryContracts.carReturned, carReturned, {
    facts: (call, { order }) => lockVehicle(call, order.vehicleId),
    after: (call, { order }, { input, before, facts }) => {
      const kind = passOut(before)?.reason === 'road_test' ? 'road_test' : 'in';
      readAtGate(call, facts, { orderId: order.orderId, kind, km: input.odometerKm });
    },
  }),
  bind(gateContracts.pass, checkPassByCode),
  bind(gateContracts.carsOut, carsOut),
];
