import { z } from 'zod';
import type { Words } from '#domain/kernel/words.ts';

export const importKinds = ['customers', 'vehicles', 'labour_operations', 'parts', 'opening_stock'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStates = ['previewed', 'applied', 'discarded'] as const;

/** What is wrong with a row: in which column, or with the whole row when it is null. */
export type RowProblem = { readonly column: string | null; readonly words: Words };

/** A row of the file: its number as a spreadsheet counts, what stood there, what was read, and what is wrong with it. */
export type ImportRow = {
  readonly row: number;
  /** What the filled cells say, under the header of the template, or their own where no template has it. */
  readonly cells: readonly { readonly column: string; readonly text: string }[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly RowProblem[];
};

/** Limits of one file; longer ones are cut into several by whoever brings them. */
export const importLimits = { rows: 5_000, bytes: 8 * 1024 * 1024 } as const;

export const importRowSchema = z.strictObject({
  row: z.int(),
  cells: z.array(z.strictObject({ column: z.string(), text: z.string() })),
  values: z.record(z.string(), z.unknown()),
  problems: z.array(
    z.strictObject({ column: z.string().nullable(), words: z.strictObject({ zh: z.string(), en: z.string() }) }),
  ),
});
