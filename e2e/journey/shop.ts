import { addMinutes } from '#domain/kernel/calendar.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { Crew } from '#e2e/journey/people.ts';

type Operation = OutputOf<typeof catalogueContracts.listOperations>['items'][number];
type Part = OutputOf<typeof catalogueContracts.listParts>['items'][number];

/** What a journey uses of the store: a bay, jobs and parts of the catalogue, and times that lie ahead. */
export type Shop = {
  readonly bayId: string;
  readonly service: Operation;
  readonly brakes: Operation;
  readonly tyre: Operation;
  readonly cleaning: Operation;
  readonly filter: Part;
  readonly pads: Part;
  readonly wiper: Part;
  /** The instant on which plans of this journey build. */
  readonly now: string;
  /** Minutes after `now` at which the bay is planned for this journey. */
  readonly plannedAfter: number;
  /** Days from today at which free times for the appointment are looked for. */
  readonly appointmentAfterDays: number;
};

export type ShopOptions = {
  readonly now: string;
  /** Which of the bays and parts: another for each journey that runs at the same time. */
  readonly shift: number;
  readonly plannedAfter: number;
  readonly appointmentAfterDays: number;
};

/** Looks up what the journey needs in the store of the crew. */
export async function lookAround(
  crew: Crew,
  { now, shift, plannedAfter, appointmentAfterDays }: ShopOptions,
): Promise<Shop> {
  const { api } = crew.advisor;
  const bays = (await api.send(staffContracts.listBays, {})).items.filter(({ kind }) => kind !== 'wash');
  const trade = await tradeOf(crew);
  const operations = (await api.send(catalogueContracts.listOperations, { limit: 200 })).items;
  const jobs = operations.filter((operation) => operation.trade === trade && operation.amountFen > 0);
  const parts = (await api.send(catalogueContracts.listParts, { limit: 200 })).items;
  const stocked = parts.filter(({ availableMilli, priceFen }) => availableMilli >= 4_000 && priceFen > 0);
  const next = <T>(items: readonly T[], index: number): T => {
    const item = items[(index + shift * 4) % Math.max(1, items.length)];
    if (item === undefined) throw new Error('the store lacks bays, operations or stock');
    return item;
  };
  return {
    bayId: next(bays, shift * 9).bayId,
    service: next(jobs, 0),
    brakes: next(jobs, 1),
    tyre: next(jobs, 2),
    cleaning: next(jobs, 3),
    filter: next(stocked, 0),
    pads: next(stocked, 1),
    wiper: next(stocked, 2),
    now,
    plannedAfter,
    appointmentAfterDays,
  };
}

async function tradeOf({ technician }: Crew) {
  const { items } = await technician.api.send(staffContracts.listStaff, { role: 'technician' });
  return items.find(({ staffId }) => staffId === technician.staffId)?.trades[0] ?? 'mechanical_electrical';
}

/** A stretch of minutes of the journey's own plan, as two instants. */
export const planned = ({ now, plannedAfter }: Shop, from: number, until: number) => ({
  plannedFrom: addMinutes(now, plannedAfter + from),
  plannedUntil: addMinutes(now, plannedAfter + until),
});
