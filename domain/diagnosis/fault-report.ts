import type { Visit } from '#domain/repair-order/visit.ts';
import type { Finding } from '#domain/workshop/workshop.ts';

/**
 * What the owner is told of the workshop's findings, with cause and what is to be done (R095): what an offer laid before the
 * customer answers, and all of it once the car is ready. Before that the advisor works on the offer.
 */
export function faultReport({ order, findings, versions }: Visit): readonly Finding[] {
  const told = new Set(versions.filter(({ presentedAt }) => presentedAt !== null).map(({ versionId }) => versionId));
  const finished = order.state === 'ready' || order.state === 'delivered';
  return findings.filter(
    ({ answeredVersionId }) => finished || (answeredVersionId !== null && told.has(answeredVersionId)),
  );
}
