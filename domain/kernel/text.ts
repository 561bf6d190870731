import { z } from 'zod';
import { without, type Problem } from '#domain/kernel/problem.ts';

const hiddenCharacters = /[^\P{Cc}\t\n\r]|[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const lineBreaks = /[\t\n\r\u2028\u2029]/;

const problems = {
  hidden: { zh: '含有不可见的控制字符', en: 'Contains invisible control characters' },
  line: { zh: '请写成一行', en: 'One line only' },
  surrogate: { zh: '含有不完整的字符', en: 'Contains an incomplete character' },
} as const satisfies Record<string, Problem>;

/** Why a text of several lines is refused: control characters and direction overrides; or null. */
export function longTextProblem(text: string): Problem | null {
  if (hiddenCharacters.test(text)) return problems.hidden;
  return /\p{Surrogate}/u.test(text) ? problems.surrogate : null;
}

/** Why a text of one line is refused, or null. */
export function shortTextProblem(text: string): Problem | null {
  return lineBreaks.test(text) ? problems.line : longTextProblem(text);
}

/** One line of 1 to `max` characters, trimmed. */
export const lineOf = (max: number) => z.string().trim().min(1).max(max).superRefine(without(shortTextProblem));

/** One line of at most `max` characters, trimmed; may be empty: what is searched for, names that may be left out. */
export const wordsUpTo = (max: number) => z.string().trim().max(max).superRefine(without(shortTextProblem));

/** One line of 1 to 80 characters: names, titles, places. */
export const shortText = lineOf(80);

/** One to 2000 characters, line breaks allowed: complaints, findings, reasons. */
export const longText = z.string().trim().min(1).max(2000).superRefine(without(longTextProblem));

/** A remark that may be left out or empty. */
export const optionalNote = z.string().trim().max(2000).superRefine(without(longTextProblem)).optional();
