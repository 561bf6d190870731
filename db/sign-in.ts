import { randomUUID } from 'node:crypto';
import { hashPassword as scrypt } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import type { DB } from '#db/generated/schema.ts';

export type NewSignIn = {
  readonly username: string;
  readonly name: string;
  readonly email?: string;
  readonly language?: 'zh' | 'en';
} & ({ readonly password: string } | { readonly passwordHash: string });

/** The stored form of a password. Slow on purpose (some 60 ms): accounts that share a password may share the hash. */
export const hashPassword = (password: string): Promise<string> => scrypt(password);

/**
 * Makes a person who can sign in with a username and a password, and answers the user id for `staff` and `membership`.
 * Works as owner and as the application, in a transaction or outside. A taken username is error 23505.
 */
export async function createSignIn(db: Kysely<DB>, person: NewSignIn): Promise<string> {
  const id = randomUUID();
  const username = person.username.toLowerCase();
  const password = 'passwordHash' in person ? person.passwordHash : await hashPassword(person.password);
  await db
    .insertInto('sign_in_user')
    .values({
      id,
      username,
      display_username: person.username,
      name: person.name,
      email: person.email ?? `${username}@sign-in.invalid`,
      language: person.language ?? 'zh',
    })
    .execute();
  const account = { id: randomUUID(), account_id: id, user_id: id, provider_id: 'credential', password };
  await db.insertInto('sign_in_account').values(account).execute();
  return id;
}

/** Gives the person a new password and ends every session. */
export async function changePassword(db: Kysely<DB>, userId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await db
    .updateTable('sign_in_account')
    .set({ password: hash })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute();
  await db.deleteFrom('sign_in_session').where('user_id', '=', userId).execute();
}
