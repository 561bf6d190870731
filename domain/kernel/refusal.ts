import { refusals, type RefusalCode } from '#domain/kernel/refusals.ts';
import { fill, type Words } from '#domain/kernel/words.ts';

export type { RefusalCode } from '#domain/kernel/refusals.ts';

/** An expected "no": a value that a command answers, never thrown. Nothing is stored when one is answered. */
export type Refusal = {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly status: number;
  readonly words: Words;
  /** Path of the input field that caused it, e.g. `lines.0.lineId`. */
  readonly field?: string;
  /** One entry per bad field, for `invalid_input`. */
  readonly issues?: readonly { readonly field: string; readonly words: Words }[];
};

type RefusalDetails = { readonly field?: string; readonly values?: Readonly<Record<string, string | number>> };

/** Makes the refusal of a code, its sentence filled with values. */
export function refuse(code: RefusalCode, details: RefusalDetails = {}): Refusal {
  const { status, zh, en } = refusals[code];
  const refusal: Refusal = { refused: true, code, status, words: fill({ zh, en }, details.values ?? {}) };
  return details.field === undefined ? refusal : { ...refusal, field: details.field };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

/** The first refusal among checks, in order; null when all pass. Checks are lazy. */
export function firstRefusal(...checks: readonly (() => Refusal | null)[]): Refusal | null {
  for (const check of checks) {
    const refusal = check();
    if (refusal) return refusal;
  }
  return null;
}
