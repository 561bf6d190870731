import type { Query, QueryClient } from '@tanstack/react-query';

/** Live topics are `order:<id>` and `board:<name>`; `order:*` listens to every order. */
export type Topic = `${string}:${string}`;

const covers = (pattern: string, topic: string): boolean =>
  pattern.endsWith(':*') && topic.startsWith(pattern.slice(0, -1));

/** True when a query that listens to `wanted` concerns the changed topic; either side may end in `:*`. */
export const topicMatches = (wanted: string, changed: string): boolean =>
  wanted === changed || covers(wanted, changed) || covers(changed, wanted);

export const topicsOf = (query: Query): readonly string[] =>
  (query.meta?.['topics'] as readonly string[] | undefined) ?? [];

/** Asks again whatever listens to one of the topics. */
export function invalidateTopics(client: QueryClient, changed: readonly string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: (query) => topicsOf(query).some((wanted) => changed.some((topic) => topicMatches(wanted, topic))),
  });
}
