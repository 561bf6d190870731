import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { completeFile as completeFileRule } from '#domain/customer/complete-file.ts';
import type { customerContracts } from '#domain/customer/customer.contract.ts';
import type { CustomerFile } from '#domain/customer/customer-file.ts';
import * as rules from '#domain/customer/keep-customer.ts';
import { staffIdOf, type Decide } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { carsOf, nameByPhone } from '#server/features/customer/identity.queries.ts';
import { lockCustomer, saveCustomer } from '#server/features/customer/customer-files.ts';
import { factsOf } from '#server/features/record/on-aggregate.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof customerContracts;
type Input<Name extends keyof Contracts> = InputOf<Contracts[Name]>;
type Changed = OutputOf<Contracts['fileCustomer']>;

/** Files a customer; refusal `customer_exists`. */
export async function fileCustomer(call: Call, input: Input<'fileCustomer'>): Promise<Changed | Refusal> {
  const phoneOf = await nameByPhone(call.tx, input.phone, null);
  const decision = rules.fileCustomer(input, factsOf(call, { phoneOf }));
  if (isRefusal(decision)) return decision;
  saveCustomer(call, { before: null, decision });
  return decision.output;
}

type OnCustomer<I, Facts> = {
  readonly decide: Decide<CustomerFile, I, Changed, Facts>;
  readonly facts: (call: Call, file: CustomerFile, input: I) => Promise<Facts>;
};

const onCustomer =
  <I extends { readonly customerId: string }, Facts>({ decide, facts }: OnCustomer<I, Facts>) =>
  async (call: Call, input: I): Promise<Changed | Refusal> => {
    const before = await lockCustomer(call, input.customerId);
    if (isRefusal(before)) return before;
    const decision = decide(before, input, factsOf(call, await facts(call, before, input)));
    if (isRefusal(decision)) return decision;
    saveCustomer(call, { before, decision });
    return decision.output;
  };

const none = () => Promise.resolve(undefined);

/** Refusals `customer_exists` for a phone that another file has, and the rule's own. */
export const changeCustomer = onCustomer({
  decide: rules.changeCustomerRule,
  facts: async ({ tx }: Call, { customer }: CustomerFile, { phone, customerId }: Input<'changeCustomer'>) => {
    const fresh = phone === undefined || phone === customer.phone ? null : phone;
    return { phoneOf: await nameByPhone(tx, fresh, customerId) };
  },
});

export const giveConsent = onCustomer({ decide: rules.giveConsent, facts: none });
export const withdrawConsent = onCustomer({ decide: rules.withdrawConsent, facts: none });

/** Refusal `file_incomplete` names what is missing (R290). */
export const completeFile = onCustomer({
  decide: completeFileRule,
  facts: ({ tx }: Call, { customer }: CustomerFile) => carsOf(tx, customer.customerId),
});

/** The full numbers, for a reason that is recorded (R321). */
export async function lookAtPhone(
  call: Call,
  { customerId, reason }: Input<'lookAtPhone'>,
): Promise<OutputOf<Contracts['lookAtPhone']> | Refusal> {
  const before = await lockCustomer(call, customerId);
  if (isRefusal(before)) return before;
  const refusal = rules.checkFile(before, 'look_at_phone', call);
  if (refusal) return refusal;
  const lookId = call.newId();
  const look = { look_id: lookId, customer_id: customerId, staff_id: staffIdOf(call.actor), reason };
  await call.tx
    .insertInto('phone_look')
    .values({ store_id: call.actor.storeId, ...look, looked_at: call.now })
    .execute();
  const activity = { action: 'look_at_phone', payload: { lookId } };
  saveCustomer(call, { before, decision: { next: before, activity } });
  const { phone, phoneOther } = before.customer;
  return { phone, phoneOther };
}
