import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { customerContracts } from '#domain/customer/customer.contract.ts';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import * as rules from '#domain/customer/keep-vehicle.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { lockVehicle, saveVehicle } from '#server/features/customer/customer-files.ts';
import { isCustomer, takenField } from '#server/features/customer/identity.queries.ts';
import { factsOf } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof customerContracts;
type Input<Name extends keyof Contracts> = InputOf<Contracts[Name]>;
type Changed = OutputOf<Contracts['fileVehicle']>;

/** Files a vehicle. Refusals `vehicle_exists`, `vehicle_unidentified`, `vin_check_digit`, `not_found` for its owner. */
export async function fileVehicle(call: Call, input: Input<'fileVehicle'>): Promise<Changed | Refusal> {
  if (input.ownerId !== null && !(await isCustomer(call.tx, input.ownerId))) {
    return refuse('not_found', { field: 'ownerId' });
  }
  const facts = { takenField: await takenField(call.tx, input, null) };
  const decision = rules.fileVehicle(input, factsOf(call, facts));
  if (isRefusal(decision)) return decision;
  saveVehicle(call, { before: null, decision });
  return decision.output;
}

type OnVehicle<I, Facts> = {
  readonly decide: Decide<VehicleFile, I, Changed, Facts>;
  readonly facts: (call: Call, input: I) => Promise<Facts | Refusal>;
};

const onVehicle =
  <I extends { readonly vehicleId: string }, Facts>({ decide, facts }: OnVehicle<I, Facts>) =>
  async (call: Call, input: I): Promise<Changed | Refusal> => {
    const before = await lockVehicle(call, input.vehicleId);
    if (isRefusal(before)) return before;
    const known = await facts(call, input);
    if (isRefusal(known)) return known;
    const decision = decide(before, input, factsOf(call, known));
    if (isRefusal(decision)) return decision;
    saveVehicle(call, { before, decision });
    return decision.output;
  };

const none = () => Promise.resolve(undefined);

/** Refusals `vehicle_exists`, `vehicle_unidentified`, `vin_check_digit`. */
export const changeVehicle = onVehicle({
  decide: rules.changeVehicleRule,
  facts: async ({ tx }: Call, input: Input<'changeVehicle'>) => ({
    takenField: await takenField(tx, input, input.vehicleId),
  }),
});

/** Who else belongs to the car: owner, presenter, fleet contact. Refusal `not_found` for somebody who is not on file. */
export const addParty = onVehicle({
  decide: rules.addParty,
  facts: async ({ tx }: Call, { customerId }: Input<'addParty'>) =>
    (await isCustomer(tx, customerId)) ? undefined : refuse('not_found', { field: 'customerId' }),
});

export const endParty = onVehicle({ decide: rules.endParty, facts: none });
export const reportOdometer = onVehicle({ decide: rules.reportOdometer, facts: none });
