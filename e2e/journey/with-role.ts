import type { StaffRole } from '#domain/kernel/role.ts';
import { sessionContract } from '#domain/staff/sign-in.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import type { Journey } from '#e2e/journey/journey.ts';
import type { Person } from '#e2e/journey/people.ts';

/** Lends a person a role for a moment; where nothing forbidden is tried, nothing is lent. */
export async function withRole(
  journey: Journey,
  person: Person,
  ...[role, work]: [StaffRole, () => Promise<void>]
): Promise<void> {
  if (!journey.tries) return;
  await setRoles(journey, person, [...person.roles, role]);
  try {
    await work();
  } finally {
    await setRoles(journey, person, [...person.roles]);
  }
}

async function setRoles({ crew }: Journey, person: Person, roles: StaffRole[]): Promise<void> {
  const { api } = crew.admin;
  const { items } = await api.send(staffContracts.listPeople, { search: person.name });
  const found = items.find(({ staffId }) => staffId === person.staffId);
  if (!found) throw new Error(`${person.name} is not on the list of people`);
  await api.send(staffContracts.changeRoles, { staffId: person.staffId, version: found.version, roles });
  await untilKnown(person, roles);
}

/** A process remembers people for some seconds, unless it is told. */
async function untilKnown({ api, storeId }: Person, roles: readonly StaffRole[]): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { person } = await api.send(sessionContract, {});
    const own = person?.stores.find((store) => store.storeId === storeId)?.roles ?? [];
    if (own.length === roles.length) return;
  }
  throw new Error('changed roles did not become known');
}
