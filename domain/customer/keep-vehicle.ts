import type { customerContracts } from '#domain/customer/customer.contract.ts';
import { vehicleMachine } from '#domain/customer/customer.machine.ts';
import { changeVehicle, type VehicleFile } from '#domain/customer/customer-file.ts';
import type { PartyRelation, Vehicle } from '#domain/customer/customer.ts';
import { nextService } from '#domain/customer/next-service.ts';
import { readOdometer } from '#domain/customer/read-odometer.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Activity, Context, Decide, Decision } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { plateKind } from '#domain/kernel/plate.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { expectedCheckDigit, vinCheckDigitOk } from '#domain/kernel/vin.ts';

type Contracts = typeof customerContracts;
type Input<Name extends keyof Contracts> = InputOf<Contracts[Name]>;
type Changed = OutputOf<Contracts['fileVehicle']>;
type Decided = Decision<VehicleFile, Changed>;
type Rule<Name extends keyof Contracts, Facts = undefined> = Decide<VehicleFile, Input<Name>, Changed, Facts>;

/** Which field belongs to another car on file already; null when none. */
export type IdentityFacts = { readonly takenField: 'plate' | 'vin' | null };

type Identity = Pick<Input<'fileVehicle'>, 'plate' | 'vin' | 'vinOverrideReason'>;

/** A car is known by plate or VIN, belongs on file once, and its VIN checks unless a reason says why not. */
function checkIdentity({ plate, vin, vinOverrideReason }: Identity, { takenField }: IdentityFacts): Refusal | null {
  if (plate === null && vin === null) return refuse('vehicle_unidentified', { field: 'plate' });
  if (takenField) return refuse('vehicle_exists', { field: takenField });
  if (vin === null || vinCheckDigitOk(vin) || vinOverrideReason !== null) return null;
  return refuse('vin_check_digit', { field: 'vin', values: { expected: expectedCheckDigit(vin) } });
}

/** The reason is kept only where it is needed. */
function identified<Fields extends Identity>(fields: Fields) {
  const { plate, vin, vinOverrideReason } = fields;
  const needed = vin !== null && !vinCheckDigitOk(vin);
  const reason = needed ? vinOverrideReason : null;
  return { ...fields, plateKind: plate === null ? null : plateKind(plate), vinOverrideReason: reason };
}

const answered = (next: VehicleFile, activity: Activity): Decided => ({
  next,
  activity,
  output: { id: next.vehicle.vehicleId, version: next.vehicle.version },
});

/** Files a vehicle, with its owner and first reading where known (R060, R062). */
export function fileVehicle(
  input: Input<'fileVehicle'>,
  context: Context<IdentityFacts>,
): Decision<VehicleFile, Changed> | Refusal {
  const { actor, facts } = context;
  const refusal = firstRefusal(
    () => checkAction(vehicleMachine, 'file_vehicle', { state: null, actor }),
    () => checkIdentity(input, facts),
  );
  if (refusal) return refusal;
  const file = newFile(input, context);
  const activity = { action: 'file_vehicle', payload: { ownerId: input.ownerId, odometerKm: input.odometerKm } };
  if (input.odometerKm === null) return answered(file, activity);
  const reading = { kind: 'reported' as const, km: input.odometerKm, orderId: null, reason: null };
  const read = readOdometer(file, reading, context);
  if (isRefusal(read)) return read;
  return answered({ ...read.next, vehicle: { ...read.next.vehicle, version: 1 } }, activity);
}

function newFile(input: Input<'fileVehicle'>, { now, newId }: Pick<Context, 'now' | 'newId'>): VehicleFile {
  const { ownerId, odometerKm: _reading, ...fields } = input;
  const known = { ...identified(fields), odometerKm: null, odometerAt: null, dailyKm: null };
  const chain = { chainSeq: 0, chainHash: '', version: 1, createdAt: now };
  const vehicle: Vehicle = { vehicleId: newId(), ...known, ...nextService(known), ...chain };
  const owner = { relation: 'owner' as const, since: now, endedAt: null };
  return { vehicle, parties: ownerId === null ? [] : [{ customerId: ownerId, ...owner }], readings: [] };
}

const checkFiled = (action: keyof typeof vehicleMachine.actions, { actor }: Pick<Context, 'actor'>) =>
  checkAction(vehicleMachine, action, { state: 'filed', actor });

/** Changes what the file says, a new plate included; the next service follows. */
export const changeVehicleRule: Rule<'changeVehicle', IdentityFacts> = (file, input, context) => {
  const refusal = firstRefusal(
    () => checkFiled('change_vehicle', context),
    () => (file.vehicle.version === input.version ? null : refuse('stale_version', { field: 'version' })),
    () => checkIdentity(input, context.facts),
  );
  if (refusal) return refusal;
  const { vehicleId: _id, version: _seen, ...fields } = input;
  const known = identified(fields);
  const next = changeVehicle(file, { ...known, ...nextService({ ...file.vehicle, ...known }) });
  const changed = Object.keys(known).filter((name) => differs(file.vehicle, next.vehicle, name as keyof Vehicle));
  return answered(next, { action: 'change_vehicle', payload: { changed } });
};

const differs = (before: Vehicle, now: Vehicle, name: keyof Vehicle): boolean => before[name] !== now[name];

/** Names a party of the car. A new owner ends the old one's ownership; the rest stays. */
export const addParty: Rule<'addParty'> = (file, { customerId, relation }, { actor, now }) => {
  const refusal = checkFiled('add_party', { actor });
  if (refusal) return refusal;
  const activity = { action: 'add_party', payload: { customerId, relation } };
  if (file.parties.some((each) => isLive(each, customerId, relation))) return answered(file, activity);
  const others = file.parties
    .filter((each) => each.customerId !== customerId || each.relation !== relation)
    .map((each) => (relation === 'owner' && each.relation === 'owner' ? ended(each, now) : each));
  const party = { customerId, relation, since: now, endedAt: null };
  return answered(changeVehicle({ ...file, parties: [party, ...others] }, {}), activity);
};

/** Ends a party's relation to the car. Refusal `not_found` when it does not stand. */
export const endParty: Rule<'endParty'> = (file, { customerId, relation }, { actor, now }) => {
  const refusal = checkFiled('end_party', { actor });
  if (refusal) return refusal;
  if (!file.parties.some((each) => isLive(each, customerId, relation)))
    return refuse('not_found', { field: 'customerId' });
  const parties = file.parties.map((each) => (isLive(each, customerId, relation) ? ended(each, now) : each));
  return answered(changeVehicle({ ...file, parties }, {}), { action: 'end_party', payload: { customerId, relation } });
};

type Party = VehicleFile['parties'][number];
const isLive = (party: Party, customerId: string, relation: PartyRelation): boolean =>
  party.endedAt === null && party.customerId === customerId && party.relation === relation;
const ended = (party: Party, at: string): Party => (party.endedAt === null ? { ...party, endedAt: at } : party);

/** The customer tells the kilometres, e.g. on the phone (R011). Refusal `odometer_backwards`. */
export const reportOdometer: Rule<'reportOdometer'> = (file, { odometerKm, lowerReason }, context) => {
  const refusal = checkFiled('report_odometer', context);
  if (refusal) return refusal;
  const reading = { kind: 'reported' as const, km: odometerKm, orderId: null, reason: lowerReason };
  const read = readOdometer(file, reading, context);
  return isRefusal(read) ? read : answered(read.next, { ...read.activity, action: 'report_odometer' });
};
