import type { InputOf } from '#domain/kernel/contract.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { finalInspect, type FinalFacts } from '#domain/quality/final-inspect.ts';
import { internalCheck, type InternalFacts } from '#domain/quality/internal-check.ts';
import { qualityContracts } from '#domain/quality/quality.contract.ts';
import { park, returnCustody, startWash, tellReady, waiveLeaderCheck, wash } from '#domain/quality/return-car.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { lockVehicle, recordOdometer } from '#server/features/customer/customer-files.ts';
import { receiverFacts } from '#server/features/dispatch/dispatch.facts.ts';
import { inspectorHome, reworkList } from '#server/features/quality/quality.queries.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { bind, type Binding } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';

/** Final inspection, wash, parking and internal delivery. */
export const qualityRoutes: readonly Binding[] = [
  onVisit(qualityContracts.waiveLeaderCheck, waiveLeaderCheck),
  onVisit(qualityContracts.finalInspect, finalInspect, {
    facts: finalFacts,
    after: readRoadTest,
  }),
  onVisit(qualityContracts.startWash, startWash),
  onVisit(qualityContracts.wash, wash),
  onVisit(qualityContracts.park, park),
  onVisit(qualityContracts.returnCustody, returnCustody, { facts: receiverFacts }),
  onVisit(qualityContracts.internalCheck, internalCheck, { facts: internalFacts, after: readJointDrive }),
  onVisit(qualityContracts.tellReady, tellReady),
  bind(workshopListContracts.inspectorHome, inspectorHome),
  bind(workshopListContracts.rework, reworkList),
];

async function finalFacts(call: Call, visit: Visit): Promise<FinalFacts | Refusal> {
  const vehicle = await lockVehicle(call, visit.order.vehicleId);
  if (isRefusal(vehicle)) return vehicle;
  return { vehicle };
}

type Internal = InputOf<typeof qualityContracts.internalCheck>;

async function internalFacts(call: Call, visit: Visit, { jointDrive }: Internal): Promise<InternalFacts | Refusal> {
  return jointDrive ? finalFacts(call, visit) : { vehicle: null };
}

type Checked = { readonly input: Internal; readonly facts: InternalFacts };

/** The kilometres after the drive with a technician go into the car's series. */
function readJointDrive(call: Call, { order }: Visit, { input: { jointDrive }, facts: { vehicle } }: Checked): void {
  if (!jointDrive || !vehicle) return;
  recordOdometer(call, vehicle, { kind: 'road_test', km: jointDrive.toKm, orderId: order.orderId, reason: null });
}

type Inspected = { readonly input: InputOf<typeof qualityContracts.finalInspect>; readonly facts: FinalFacts };

/** The kilometres after the road test go into the car's series. */
function readRoadTest(call: Call, { order }: Visit, { input: { roadTest }, facts }: Inspected): void {
  if (!roadTest) return;
  const reading = { kind: 'road_test', km: roadTest.toKm, orderId: order.orderId, reason: null } as const;
  recordOdometer(call, facts.vehicle, reading);
}
