import type { Words } from '#domain/kernel/words.ts';
import { ApiRefusal } from '#web/api/refusal.ts';

/** What the server said about one field (`lines.0.price`), for the place beside it. */
export function problemOf(error: Error | null, field: string, t: (words: Words) => string): string | undefined {
  if (!(error instanceof ApiRefusal)) return undefined;
  const issue = error.issues.find((each) => each.field === field);
  if (issue) return t(issue.words);
  return error.issues.length === 0 && error.field === field ? t(error.words) : undefined;
}
