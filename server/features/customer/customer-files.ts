import { customerShape, vehicleShape } from '#db/aggregate/customer-shape.ts';
import { loadLocked } from '#db/aggregate/load.ts';
import { saveAggregate } from '#db/aggregate/save.ts';
import { changeCustomer, type CustomerFile, type VehicleFile } from '#domain/customer/customer-file.ts';
import { readOdometer, type NewReading } from '#domain/customer/read-odometer.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import type { Activity, Decision } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Call } from '#server/http/call.ts';
import { keepSearchTokens } from '#server/features/customer/search-token.ts';

/** The customer's file, locked; refusal `not_found`. */
export const lockCustomer = async (call: Call, customerId: string): Promise<CustomerFile | Refusal> =>
  (await loadLocked<CustomerFile>(call.tx, customerShape, customerId)) ?? refuse('not_found', { field: 'customerId' });

/** The vehicle's file, locked; refusal `not_found`. */
export const lockVehicle = async (call: Call, vehicleId: string): Promise<VehicleFile | Refusal> =>
  (await loadLocked<VehicleFile>(call.tx, vehicleShape, vehicleId)) ?? refuse('not_found', { field: 'vehicleId' });

type Saved<File> = {
  readonly before: File | null;
  readonly decision: Pick<Decision<File, unknown>, 'next' | 'activity'>;
};

/** Whoever looks at a file hears that it changed. */
const board = 'board:customers';

/** Stores a customer's file with its record; the search finds it by what it says now. */
export function saveCustomer(call: Call, { before, decision }: Saved<CustomerFile>): void {
  const after = decision.next;
  const { customerId, name, phone, phoneOther } = after.customer;
  saveAggregate(call.tx, { shape: customerShape, before, after, recorded: recordOf(call, decision.activity) });
  call.changed(board);
  const old = before?.customer;
  if (old?.name === name && old.phone === phone && old.phoneOther === phoneOther) return;
  keepSearchTokens(call, { kind: 'customer', id: customerId, by: [{ name, phone }, { phone: phoneOther }] });
}

/** Stores a vehicle's file with its record; the search finds it by what it says now. Answers the file as stored. */
export function saveVehicle(call: Call, { before, decision }: Saved<VehicleFile>): VehicleFile {
  const after = decision.next;
  const { vehicleId, plate, vin } = after.vehicle;
  const recorded = recordOf(call, decision.activity);
  const stored = saveAggregate(call.tx, { shape: vehicleShape, before, after, recorded });
  call.changed(board);
  const foundAlike = before?.vehicle.plate === plate && before.vehicle.vin === vin;
  if (!foundAlike) keepSearchTokens(call, { kind: 'vehicle', id: vehicleId, by: [{ plate, vin }] });
  return stored;
}

const recordOf = (call: Call, activity: Activity) => ({
  storeId: call.actor.storeId,
  actor: call.actor,
  at: call.now,
  activity,
});

/** Adds a reading that a rule has let in to the odometer series of a locked car; answers its file as stored. */
export function recordOdometer(call: Call, before: VehicleFile, reading: NewReading): VehicleFile {
  const decision = readOdometer(before, reading, call);
  if (isRefusal(decision)) throw new Error('a reading that the rule let in was refused');
  return saveVehicle(call, { before, decision });
}

/** Starts the days within which the customer's file must be complete, unless it is or they run already (R290). */
export function expectFile(call: Call, file: CustomerFile): void {
  const { fileDueAt, fileCompletedAt, customerId } = file.customer;
  if (fileDueAt !== null || fileCompletedAt !== null) return;
  const dueAt = addMinutes(call.now, call.settings.customerFileDays * 24 * 60);
  const next = changeCustomer(file, { fileDueAt: dueAt });
  const activity = { action: 'expect_file', payload: { customerId, dueAt } };
  saveCustomer(call, { before: file, decision: { next, activity } });
}
