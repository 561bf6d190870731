import type { CustomerFile, VehicleFile } from '#domain/customer/customer-file.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { receptionContracts } from '#domain/reception/reception.contract.ts';
import { checkReceive, receiveCar, type ReceiveFacts, type ReceiveInput } from '#domain/reception/receive-car.ts';
import { markArrived } from '#server/features/appointment/mark-arrived.ts';
import { expectFile, lockCustomer, lockVehicle } from '#server/features/customer/customer-files.ts';
import { keepSearchTokens } from '#server/features/customer/search-token.ts';
import { arrivalReceived } from '#server/features/reception/reception-queue.ts';
import { findOpenOrder, findParties, namesOneUnknown } from '#server/features/reception/reception.queries.ts';
import { saveVisit } from '#server/features/repair-order/on-visit.ts';
import { factsOf } from '#server/features/record/on-aggregate.ts';
import { nextNumber } from '#server/features/store/counter.ts';
import type { Call } from '#server/http/call.ts';

/**
 * Opens a visit. The vehicle is locked first, so that two receptionists who receive the same car at once make one order;
 * the number is taken late, because other takers wait for the commit.
 */
export async function receive(
  call: Call,
  input: ReceiveInput,
): Promise<OutputOf<typeof receptionContracts.receiveCar> | Refusal> {
  const files = await lockFiles(call, input);
  if (isRefusal(files)) return files;
  const context = factsOf(call, await knownOf(call, files));
  const refusal = checkReceive(input, context);
  if (refusal) return refusal;
  if (input.kind !== 'internal' && input.kind !== 'pdi') expectFile(call, files.customer);
  const decision = receiveCar(input, await nextNumber(call, 'repair_order'), context);
  const { orderId, orderNo, vehicleId, appointmentId } = saveVisit(call, null, decision).order;
  keepSearchTokens(call, { kind: 'repair_order', id: orderId, by: [{ orderNo }] });
  arrivalReceived(call, { orderId, plate: files.vehicle.vehicle.plate });
  const arrived = appointmentId === null ? null : await markArrived(call, appointmentId, { orderId, vehicleId });
  return isRefusal(arrived) ? arrived : decision.output;
}

type Files = { readonly vehicle: VehicleFile; readonly customer: CustomerFile };

/** Asked for in one go, and locked in this order. */
async function lockFiles(call: Call, input: ReceiveInput): Promise<Files | Refusal> {
  const [vehicle, customer, unknown] = await Promise.all([
    lockVehicle(call, input.vehicleId),
    lockCustomer(call, input.customerId),
    namesOneUnknown(call.tx, input),
  ]);
  if (isRefusal(vehicle)) return vehicle;
  if (isRefusal(customer)) return customer;
  return unknown === null ? { vehicle, customer } : refuse('not_found', { field: unknown });
}

async function knownOf({ tx }: Call, { vehicle: { vehicle }, customer: { customer } }: Files): Promise<ReceiveFacts> {
  const [openOrderNo, parties] = await Promise.all([
    findOpenOrder(tx, vehicle.vehicleId),
    findParties(tx, vehicle.vehicleId),
  ]);
  return { vehicle, customer, parties, openOrderNo };
}
