import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { Context } from '#domain/kernel/decision.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { SignatureInput, Strokes } from '#domain/repair-order/visit.contract.ts';
import { add, type Visit } from '#domain/repair-order/visit.ts';

type Signing = {
  /** What is signed, such as `reception_form` or `statement`. */
  readonly purpose: string;
  readonly context: Pick<Context, 'now' | 'newId' | 'sha256'>;
};

export type Signed = { readonly visit: Visit; readonly signatureId: string; readonly strokesHash: string };

/**
 * Adds a handwritten signature to the visit, its strokes as canonical JSON with their SHA-256.
 * Refusal: `signature_empty` when no stroke goes anywhere.
 */
export function sign(visit: Visit, input: SignatureInput, { purpose, context }: Signing): Signed | Refusal {
  if (isEmpty(input.strokes)) return refuse('signature_empty', { field: 'signature' });
  const strokes = canonicalJson(input.strokes);
  const strokesHash = context.sha256(strokes);
  const signatureId = context.newId();
  const row = { signatureId, purpose, signedBy: input.signedBy, strokes, strokesHash, signedAt: context.now };
  return { visit: add(visit, 'signatures', row), signatureId, strokesHash };
}

const isEmpty = (strokes: Strokes): boolean =>
  !strokes.some(([first, ...rest]) => first !== undefined && rest.some(({ x, y }) => x !== first.x || y !== first.y));
