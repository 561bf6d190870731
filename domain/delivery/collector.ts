import type { CollectorAuthorization } from '#domain/delivery/delivery.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

type Hash = (text: string) => string;

/** How a one-time code is kept: with the authorization's own id, so that equal codes differ. */
export const collectorCodeHash = (collectorId: string, code: string, sha256: Hash): string =>
  sha256(`${collectorId}:${code}`);

/** Whoever entrusted the car may fetch it: the presenter, the customer, the car's owner or fleet contact. */
export const isOwnCollector = ({ order, customer, parties }: Visit, name: string): boolean =>
  [order.presenterName, customer.name, ...parties.map((party) => party.name)].includes(name);

/** An authorization that was not used yet. */
export const findCollector = (visit: Visit, collectorId: string): CollectorAuthorization | null =>
  visit.collectors.find((each) => each.collectorId === collectorId && each.usedAt === null) ?? null;

type Fetching = {
  readonly collectorId: string | null;
  readonly collectorName: string;
  readonly code: string | null;
  readonly sha256: Hash;
};

/** The car goes to whoever entrusted it, or by name to an authorized collector with the code or the recorded consent. */
export function checkCollector(visit: Visit, { collectorId, collectorName, code, sha256 }: Fetching): Refusal | null {
  const refusal = refuse('collector_not_authorized', { field: 'collectorName' });
  if (collectorId === null) return isOwnCollector(visit, collectorName) ? null : refusal;
  const collector = findCollector(visit, collectorId);
  if (collector?.name !== collectorName) return refusal;
  if (collector.consent !== 'one_time_code') return null;
  const fits = code !== null && collectorCodeHash(collectorId, code, sha256) === collector.codeHash;
  return fits ? null : refuse('collector_not_authorized', { field: 'code' });
}
