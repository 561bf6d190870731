import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export type RoleRequest = { role: string; secretsDir: string; databaseUrl: string };

const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole noinherit';

/**
 * Makes a login role that owns nothing and passes no policy, with a password kept in `secretsDir`, and answers its
 * address. A role whose kept password no longer opens the database is given the kept one again.
 */
export async function ensureRole(admin: Client, { role, secretsDir, databaseUrl }: RoleRequest): Promise<string> {
  const password = await keptPassword(join(secretsDir, `${role}.password`), secretsDir);
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  const name = escapeIdentifier(role);
  if (rowCount === 0) await admin.query(`create role ${name} ${attributes} password ${escapeLiteral(password)}`);
  else if (!(await opens(url.href))) await admin.query(`alter role ${name} password ${escapeLiteral(password)}`);
  await joinRole(admin, role);
  return url.href;
}

async function keptPassword(file: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.trim() !== '') return kept.trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** False when the password is refused; a database that cannot be reached at all is an error. */
async function opens(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '28P01' || code === '28000') return false;
    if (code === '42501') return true;
    throw error;
  } finally {
    await client.end();
  }
}

/** Whoever is not a superuser must be a member of a role to hand objects over to it. */
async function joinRole(admin: Client, role: string): Promise<void> {
  const { rows } = await admin.query<{ member: boolean }>(
    "select rolsuper or pg_has_role(current_user, $1, 'usage') as member from pg_roles where rolname = current_user",
    [role],
  );
  if (rows[0]?.member === false) await admin.query(`grant ${escapeIdentifier(role)} to current_user`);
}
