import { addMinutes } from '#domain/kernel/calendar.ts';
import { staffIdOf, type Context } from '#domain/kernel/decision.ts';

/** What a new pass is given: its number in the store, and the code that opens the gate. */
export type PassFacts = { readonly passNo: string; readonly code: string };

/** A pass as it is issued now, valid as long as the store says, approved by whoever issues it. */
export const passRow = ({ newId, now, actor, facts, settings }: Context<PassFacts>) => ({
  passId: newId(),
  passNo: facts.passNo,
  code: facts.code,
  state: 'issued' as const,
  approvedBy: staffIdOf(actor),
  odometerKm: null,
  expectedReturnAt: null,
  unsafe: false,
  unsafeNote: null,
  signatureId: null,
  validUntil: addMinutes(now, settings.gatePassHours * 60),
  issuedAt: now,
  usedAt: null,
  voidedAt: null,
  voidReason: null,
  returnedAt: null,
  version: 1,
});
