import type { z } from 'zod';
import type { Words } from '#domain/kernel/words.ts';

/** Why a value is not acceptable. */
export type Problem = Words;

/** One line with both languages, Chinese first, as form fields show it. */
export const problemText = (problem: Problem): string => `${problem.zh} / ${problem.en}`;

/**
 * Turns a rule that names its problem into a zod check:
 * `z.string().superRefine(without(plateProblem))`. The two languages also travel in `params`.
 */
export function without<T>(problemOf: (value: T) => Problem | null) {
  return (value: T, ctx: z.RefinementCtx<T>): void => {
    const problem = problemOf(value);
    if (problem) ctx.addIssue({ code: 'custom', message: problemText(problem), params: problem });
  };
}
