import { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import type { Sent } from '#e2e/journey/api-client.ts';
import { beginJourney, gather, type Company } from '#e2e/journey/begin.ts';
import { callsAtOnce } from '#e2e/journey/calls-at-once.ts';
import { driveJourney, type StepDone } from '#e2e/journey/drive-journey.ts';
import { forbidding, isRefused, type Fingerprint, type Tried } from '#e2e/journey/forbidden.ts';
import { crewOf, type Credentials } from '#e2e/journey/people.ts';
import type { Journey } from '#e2e/journey/journey.ts';

/** Shows what a forbidden attempt might have changed, once the order is known. */
export type MakeFingerprint = (journey: Journey) => Fingerprint;

export type JourneyRun = {
  readonly steps: readonly StepDone[];
  readonly tried: readonly Tried[];
  readonly orderId: string;
  readonly orderNo: string;
  readonly storeId: string;
  /** What became known on the way, and the sessions to look at it with. */
  readonly journey: Journey;
};

export type RunOptions = {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly number: number;
  readonly fingerprint: MakeFingerprint;
  /** Told at once of what was not refused as expected. */
  readonly tell?: (tried: Tried) => void;
};

/** One car through the twelve steps with everything forbidden tried on the way. */
export async function runJourney(options: RunOptions): Promise<JourneyRun> {
  const { baseUrl, credentials } = options;
  let commands = 0;
  const observe = ({ kind, status }: Sent) => {
    if (kind === 'command' && status === 200) commands += 1;
  };
  const company = await gather({ baseUrl, credentials, observe, checkAnswers: true });
  const restore = await callsAtOnce(crewOf(company.staff).service_manager);
  try {
    return await drive(company, { ...options, commandsSoFar: () => commands });
  } finally {
    await restore();
  }
}

type Driving = Pick<RunOptions, 'number' | 'fingerprint' | 'tell'> & { readonly commandsSoFar: () => number };

async function drive(company: Company, { number, fingerprint, tell, commandsSoFar }: Driving): Promise<JourneyRun> {
  const now = new Date().toISOString();
  let rows: Fingerprint = () => Promise.resolve('');
  const { forbid, tried } = forbidding(
    () => rows(),
    (each) => (isRefused(each) ? undefined : tell?.(each)),
  );
  const journey = await beginJourney(company, { number, now, plannedAfter: firstPlanned(number), forbid });
  rows = fingerprint(journey);
  const steps = await driveJourney(journey, commandsSoFar);
  const { known, crew } = journey;
  return {
    steps,
    tried,
    orderId: known.get('orderId'),
    orderNo: known.get('orderNo'),
    storeId: crew.advisor.storeId,
    journey,
  };
}

/** Plans of a busy day are in the way of a journey, those of a day in the next months hardly ever. */
const firstPlanned = (number: number): number => (30 + (number % 60)) * 24 * 60;

/** Through the API alone: the order, its record, and the stock of its parts. */
export const fingerprintByApi: MakeFingerprint = (journey) => async () => {
  const { crew, known } = journey;
  const orderId = known.find('orderId');
  if (orderId === undefined) return '';
  const { api } = crew.advisor;
  const view = await api.send(visitViewContracts.visit, { orderId });
  const record = await api.send(visitViewContracts.activities, { orderId });
  const derivedFromTheClock = { actions: null, norms: null, wheel: null, light: null };
  return JSON.stringify([{ ...view, ...derivedFromTheClock }, record]);
};
