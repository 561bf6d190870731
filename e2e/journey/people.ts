import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import { sessionContract, signInContract } from '#domain/staff/sign-in.contract.ts';
import type { ApiClient } from '#e2e/journey/api-client.ts';

/** A member of staff with a session of their own. */
export type Person = {
  readonly api: ApiClient;
  readonly staffId: string;
  readonly storeId: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
};

/** Those who act in one store, by role. */
export type Crew = Readonly<Record<StaffRole, Person>>;

export type Credentials = { readonly usernames: readonly string[]; readonly password: string };

/** Thrown where the store is no demo, or the people of the demo are unknown: nothing was changed there. */
export class NotDemo extends Error {
  readonly code = 'not_demo';

  constructor() {
    super('not_demo: 仅可在演示门店使用。 Only for demo stores.');
  }
}

/** Signs everyone in, one after the other as people do; refuses a store that is not a demo. */
export async function signIn(api: ApiClient, { usernames, password }: Credentials): Promise<Person[]> {
  const people: Person[] = [];
  for (const username of usernames) people.push(await signInOne(api, username, password));
  return people;
}

async function signInOne(api: ApiClient, username: string, password: string): Promise<Person> {
  const { isDemo, ...person } = await openSession(api, username, password);
  if (!isDemo) throw new NotDemo();
  return person;
}

/** Signs one person in, whatever the store; `isDemo` tells whether all stores of the person are demonstrations. */
export async function openSession(
  api: ApiClient,
  username: string,
  password: string,
): Promise<Person & { readonly isDemo: boolean }> {
  const answer = await api.attempt(signInContract, { username, password });
  if (answer.status === 401) throw new NotDemo();
  if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${JSON.stringify(answer.body)}`);
  const own = api.with({ cookie: answer.cookies.join('; ') });
  const { person } = await own.send(sessionContract, {});
  const store = person?.stores[0];
  if (!person || !store) throw new Error(`${username} belongs to no store`);
  const { staffId, storeId, staffName: name, roles } = store;
  const isDemo = person.stores.every((each) => each.isDemo);
  return { api: own, staffId, storeId, name, roles, isDemo };
}

/**
 * One person per role, as many different ones as there are: those with fewer roles come first, and `shift` takes the next of
 * each role, so that several journeys run with different people.
 */
export function crewOf(people: readonly Person[], shift = 0): Crew {
  const entries = staffRoleNames.map((role) => [role, personFor(people, role, shift)] as const);
  return Object.fromEntries(entries) as Record<StaffRole, Person>;
}

function personFor(people: readonly Person[], role: StaffRole, shift: number): Person {
  const able = people.filter(({ roles }) => roles.includes(role)).toSorted((a, b) => a.roles.length - b.roles.length);
  const fewest = able.filter(({ roles }) => roles.length === able[0]?.roles.length);
  const person = fewest[shift % Math.max(1, fewest.length)];
  if (!person) throw new Error(`nobody is ${role}`);
  return person;
}
