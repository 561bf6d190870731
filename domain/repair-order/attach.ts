import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Decide } from '#domain/kernel/decision.ts';
import type { attachmentContracts } from '#domain/repair-order/attachment.contract.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import type { Attachment } from '#domain/repair-order/repair-order.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';

/** A picture as it is kept: encoded anew, without the position where it was taken. */
export type KeptPicture = Omit<Attachment, 'purpose' | 'note' | 'addedBy' | 'addedAt'>;

/** Adds a kept picture to the visit; its hash joins the record (R073). */
export const attach: Decide<Visit, InputOf<typeof attachmentContracts.attach>, VisitChanged, KeptPicture> = (
  visit,
  { purpose, note },
  context,
) => {
  const refusal = checkVisitAction(visit, 'attach', context);
  if (refusal) return refusal;
  const { attachmentId, contentHash, byteSize } = context.facts;
  const row = { ...context.facts, purpose, note: note ?? null };
  const next = add(visit, 'attachments', { ...row, addedBy: staffIdOrNull(context.actor), addedAt: context.now });
  const payload = { attachmentId, purpose, contentHash, byteSize };
  return decided(next, { action: 'attach', payload }, visitAnswer(next, attachmentId));
};
