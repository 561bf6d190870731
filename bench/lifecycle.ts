import type { Sent } from '#e2e/journey/api-client.ts';
import { beginJourney, gather, type Company } from '#e2e/journey/begin.ts';
import { callsAtOnce } from '#e2e/journey/calls-at-once.ts';
import { driveJourney } from '#e2e/journey/drive-journey.ts';
import { crewOf, type Credentials } from '#e2e/journey/people.ts';

export type LifecycleOptions = {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Clients at once. */
  readonly clients: number;
  readonly warmUpEach: number;
  readonly journeysEach: number;
  /** Called when all are warm, before the measured journeys. */
  readonly warm: () => Promise<void>;
};

export type Lifecycle = {
  readonly journeys: number;
  readonly seconds: number;
  /** The measured requests. */
  readonly sent: readonly Sent[];
};

/** Many clients drive whole journeys at the same time, each with people, a bay and cars of its own. Signing in is not measured. */
export async function runLifecycle(options: LifecycleOptions): Promise<Lifecycle> {
  const { clients, warmUpEach, journeysEach } = options;
  const sent: Sent[] = [];
  const companies = await Promise.all(
    Array.from({ length: clients }, (_, lane) => gatherLane(options, lane, (one) => sent.push(one))),
  );
  const restore = await callsAtOnce(crewOf(companies[0]?.staff ?? []).service_manager);
  await runLanes(companies, { from: 0, count: warmUpEach });
  await options.warm();
  sent.length = 0;
  const started = performance.now();
  await runLanes(companies, { from: warmUpEach, count: journeysEach });
  const seconds = (performance.now() - started) / 1000;
  const measured = [...sent];
  await restore();
  return { journeys: clients * journeysEach, seconds, sent: measured };
}

function gatherLane(
  { baseUrl, credentials }: LifecycleOptions,
  lane: number,
  observe: (sent: Sent) => void,
): Promise<Company> {
  return gather({ baseUrl, credentials, observe, headers: { 'bench-lane': String(lane) } });
}

type Range = { readonly from: number; readonly count: number };

async function runLanes(companies: readonly Company[], range: Range): Promise<void> {
  await Promise.all(companies.map((company, lane) => runLane(company, lane, range)));
}

const minutesPerJourney = 600;

async function runLane(company: Company, lane: number, { from, count }: Range): Promise<void> {
  const now = new Date().toISOString();
  for (let index = from; index < from + count; index += 1) {
    const journey = await beginJourney(company, {
      number: 500_000 + lane * 1_000 + index,
      now,
      lane,
      plannedAfter: 24 * 60 + index * minutesPerJourney,
      appointmentAfterDays: 15 + index * 8 + lane,
    });
    await driveJourney(journey, () => 0);
  }
}
