import type { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerMachine, fileState } from '#domain/customer/customer.machine.ts';
import { changeCustomer, type CustomerFile } from '#domain/customer/customer-file.ts';
import type { Customer } from '#domain/customer/customer.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Context, type Decide, type Decision } from '#domain/kernel/decision.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';

type Contracts = typeof customerContracts;
type Input<Name extends keyof Contracts> = InputOf<Contracts[Name]>;
type Changed = OutputOf<Contracts['fileCustomer']>;
type Rule<Name extends keyof Contracts, Facts = undefined> = Decide<CustomerFile, Input<Name>, Changed, Facts>;
type Action = keyof typeof customerMachine.actions;

/** Somebody else's name under the same phone; null when nobody has it. */
export type PhoneFacts = { readonly phoneOf: string | null };

const checkPhone = ({ phoneOf }: PhoneFacts, { phoneShared }: { readonly phoneShared: boolean }): Refusal | null =>
  phoneOf === null || phoneShared ? null : refuse('customer_exists', { field: 'phone', values: { name: phoneOf } });

export const checkFile = ({ customer }: CustomerFile, action: Action, { actor }: Pick<Context, 'actor'>) =>
  checkAction(customerMachine, action, { state: fileState(customer), actor });

const checkSeen = ({ customer }: CustomerFile, seen: number): Refusal | null =>
  customer.version === seen ? null : refuse('stale_version', { field: 'version' });

/** Files a customer (R060, R080). Refusal `customer_exists` unless the phone is said to be shared. */
export function fileCustomer(
  input: Input<'fileCustomer'>,
  { actor, now, newId, facts }: Context<PhoneFacts>,
): Decision<CustomerFile, Changed> | Refusal {
  const refusal = firstRefusal(
    () => checkAction(customerMachine, 'file_customer', { state: null, actor }),
    () => checkPhone(facts, input),
  );
  if (refusal) return refusal;
  const { phoneShared, ...fields } = input;
  const customer: Customer = { customerId: newId(), ...fields, ...unset, createdAt: now };
  const payload = { kind: customer.kind, phoneShared };
  return answered({ customer, consents: [] }, { action: 'file_customer', payload });
}

const unset = {
  fileDueAt: null,
  fileCompletedAt: null,
  fileCompletedBy: null,
  nextCallTopic: null,
  nextCallAt: null,
  chainSeq: 0,
  chainHash: '',
  version: 1,
} as const;

const answered = (
  next: CustomerFile,
  activity: Decision<CustomerFile, Changed>['activity'],
): Decision<CustomerFile, Changed> => ({
  next,
  activity,
  output: { id: next.customer.customerId, version: next.customer.version },
});

/** Changes what the file says. The record names the fields, not their contents. Refusal `customer_exists`. */
export const changeCustomerRule: Rule<'changeCustomer', PhoneFacts> = (file, input, context) => {
  const refusal = firstRefusal(
    () => checkFile(file, 'change_customer', context),
    () => checkSeen(file, input.version),
    () => checkPhone(context.facts, input),
  );
  if (refusal) return refusal;
  const { customerId: _id, version: _seen, phoneShared: _shared, phone, phoneOther, ...fields } = input;
  const phones = { ...(phone !== undefined && { phone }), ...(phoneOther !== undefined && { phoneOther }) };
  const changes: Partial<Customer> = { ...fields, ...phones };
  const changed = Object.keys(changes).filter((name) => differs(file.customer, changes, name as keyof Customer));
  return answered(changeCustomer(file, changes), { action: 'change_customer', payload: { changed } });
};

const differs = (before: Customer, changes: Partial<Customer>, name: keyof Customer): boolean =>
  JSON.stringify(before[name]) !== JSON.stringify(changes[name]);

/** Records consent to be contacted, with its evidence; one that stands already stays as it is. */
export const giveConsent: Rule<'giveConsent'> = (file, { purpose, channel, evidence }, context) => {
  const refusal = checkFile(file, 'give_consent', context);
  if (refusal) return refusal;
  const live = file.consents.some((each) => sameConsent(each, { purpose, channel }) && each.withdrawnAt === null);
  const given = { givenAt: context.now, recordedBy: staffIdOf(context.actor), evidence, withdrawnAt: null };
  const row = { consentId: context.newId(), purpose, channel, ...given };
  const next = live ? file : { ...file, consents: [...file.consents, row] };
  return answered(next, { action: 'give_consent', payload: { purpose, channel } });
};

type Consent = Pick<Input<'giveConsent'>, 'purpose' | 'channel'>;
const sameConsent = (a: Consent, b: Consent): boolean => a.purpose === b.purpose && a.channel === b.channel;

/** Withdraws consent, as easily as it was given. Refusal `not_found` for one that does not stand. */
export const withdrawConsent: Rule<'withdrawConsent'> = (file, { consentId }, context) => {
  const refusal = checkFile(file, 'withdraw_consent', context);
  if (refusal) return refusal;
  const row = file.consents.find((each) => each.consentId === consentId && each.withdrawnAt === null);
  if (!row) return refuse('not_found', { field: 'consentId' });
  const consents = file.consents.map((each) => (each === row ? { ...row, withdrawnAt: context.now } : each));
  const { purpose, channel } = row;
  return answered({ ...file, consents }, { action: 'withdraw_consent', payload: { consentId, purpose, channel } });
};
