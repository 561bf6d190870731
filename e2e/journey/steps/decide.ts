import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import type { LineChoice } from '#domain/authorization/authorization.ts';
import type { z } from 'zod';
import { seeVisit, type Fact, type Journey } from '#e2e/journey/journey.ts';
import { signedBy } from '#e2e/journey/signature.ts';

export type Decision = z.input<(typeof authorizationContracts.decide)['input']>;

/** What the customer sees before them: a version presented, and its content by hash. */
export async function presentedNow(journey: Journey): Promise<{ versionId: string; contentHash: string }> {
  const { versions } = await seeVisit(journey);
  const version = versions.find(({ state }) => state === 'presented');
  if (!version || version.contentHash === null) throw new Error('no version lies before the customer');
  return { versionId: version.versionId, contentHash: version.contentHash };
}

/** The presenter's decision line by line, signed on the screen. */
export function decisionOn(
  { known, car }: Journey,
  presented: { readonly versionId: string; readonly contentHash: string },
  choices: Readonly<Partial<Record<Fact, LineChoice>>>,
): Decision {
  const lines = Object.entries(choices) as [Fact, LineChoice][];
  return {
    ...presented,
    orderId: known.get('orderId'),
    choices: lines.map(([fact, choice]) => ({ lineId: known.get(fact), choice })),
    channel: 'screen',
    signatory: { kind: 'presenter', name: car.presenterName },
    signature: signedBy(car.presenterName),
    attachmentId: null,
    readBack: null,
  };
}
