import { apiClient, type Sent } from '#e2e/journey/api-client.ts';
import { carOf } from '#e2e/journey/car.ts';
import type { Forbid, Journey } from '#e2e/journey/journey.ts';
import { knowledge } from '#e2e/journey/journey.ts';
import { crewOf, signIn, type Credentials, type Person } from '#e2e/journey/people.ts';
import { lookAround } from '#e2e/journey/shop.ts';

export type Place = {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Told of each request of every client. */
  readonly observe?: (sent: Sent) => void;
  readonly checkAnswers?: boolean;
  /** With every request. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** Everyone of a demo, signed in: the staff of its first store, and an advisor of another. */
export type Company = {
  readonly staff: readonly Person[];
  readonly stranger: Person | null;
  readonly place: Place;
};

/** Signs the people of the demo in; refuses where a store is no demo, before anything is changed. */
export async function gather(place: Place): Promise<Company> {
  const people = await signIn(apiClient(place), place.credentials);
  const storeId = people[0]?.storeId;
  const staff = people.filter((person) => person.storeId === storeId);
  const stranger = people.find((person) => person.storeId !== storeId && person.roles.includes('advisor')) ?? null;
  return { staff, stranger, place };
}

export type JourneyOptions = {
  /** Another for each car of a store. */
  readonly number: number;
  readonly now: string;
  /** Another for each journey that runs at the same time. */
  readonly lane?: number;
  /** When the first job is planned, in minutes from now. */
  readonly plannedAfter: number;
  /** From which day on a free time for the appointment is looked for; tomorrow by default. */
  readonly appointmentAfterDays?: number;
  /** Tries forbidden things; nothing forbidden is tried without it. */
  readonly forbid?: Forbid;
};

const nothingForbidden: Forbid = async () => {};

/** A journey ready to be driven. */
export async function beginJourney({ staff, stranger, place }: Company, options: JourneyOptions): Promise<Journey> {
  const { number, now, lane = 0, plannedAfter, appointmentAfterDays = 1, forbid = nothingForbidden } = options;
  const crew = crewOf(staff, lane);
  return {
    crew,
    shop: await lookAround(crew, { now, shift: lane, plannedAfter, appointmentAfterDays }),
    car: carOf(number),
    known: knowledge(),
    forbid,
    tries: options.forbid !== undefined,
    anybody: apiClient(place),
    stranger,
  };
}
