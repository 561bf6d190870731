import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context } from '#domain/kernel/decision.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { sign } from '#domain/repair-order/sign.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof authorizationContracts.decide>;

/** What proves a decision, and the visit that holds it. */
export type Evidence = {
  readonly visit: Visit;
  readonly signatureId: string | null;
  readonly strokesHash: string | null;
  readonly attachmentId: string | null;
  readonly attachmentHash: string | null;
  readonly readBack: string | null;
};

/** A text of fewer characters can't tell what was agreed. */
const shortestReadBack = 10;

/**
 * The proof that a channel needs: strokes on screen or page, a photographed paper, the text read back by phone (the weaker one).
 * Refusals: `signature_missing`, `signature_empty`, `paper_missing`, `read_back_missing`.
 */
export function takeEvidence(visit: Visit, input: Input, context: Context<unknown>): Evidence | Refusal {
  const none = {
    visit,
    signatureId: null,
    strokesHash: null,
    attachmentId: null,
    attachmentHash: null,
    readBack: null,
  };
  switch (input.channel) {
    case 'screen':
    case 'customer_page':
      return signed(none, input, context);
    case 'paper':
      return onPaper(none, input);
    case 'phone':
      return readBack(none, input);
    case 'internal':
      return none;
  }
}

function signed(none: Evidence, { signature, signatory }: Input, context: Context<unknown>): Evidence | Refusal {
  if (!signature) return refuse('signature_missing', { field: 'signature' });
  const by = { ...signature, signedBy: signatory.name };
  const done = sign(none.visit, by, { purpose: 'authorization', context });
  return isRefusal(done) ? done : { ...none, ...done };
}

function onPaper(none: Evidence, { attachmentId }: Input): Evidence | Refusal {
  const paper = none.visit.attachments.find((each) => each.attachmentId === attachmentId);
  if (!paper) return refuse('paper_missing', { field: 'attachmentId' });
  return { ...none, attachmentId, attachmentHash: paper.contentHash };
}

function readBack(none: Evidence, { readBack: text }: Input): Evidence | Refusal {
  const enough = text !== null && Array.from(text).length >= shortestReadBack;
  return enough ? { ...none, readBack: text } : refuse('read_back_missing', { field: 'readBack' });
}
