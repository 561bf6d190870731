import { generateStaff } from '#db/seed/catalogue/staff.ts';
import { password } from '#db/seed/seed.ts';
import type { Credentials } from '#e2e/journey/people.ts';

/** Who works in the demonstration stores, as every first start of a demo makes them. */
export const demoCredentials = (): Credentials => ({
  usernames: generateStaff().map(({ username }) => username),
  password,
});
