import { DatabaseError } from 'pg';
import { changePassword, createSignIn } from '#db/sign-in.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { StaffRole } from '#domain/kernel/role.ts';
import type { staffContracts } from '#domain/staff/staff.contract.ts';
import type { Call } from '#server/http/call.ts';
import { lockStore, recordStoreActivity } from '#server/features/store/store-activity.ts';

type Contracts = typeof staffContracts;
type Changed = { id: string; version: number };
type Details = Omit<InputOf<Contracts['changePerson']>, 'staffId' | 'version'>;

const detailColumns = ({ name, phone, teamId, leadsTeam, trades, slots }: Details) => ({
  name,
  phone,
  team_id: teamId,
  leads_team: leadsTeam,
  trades,
  slots,
});

/** Employs a person who can sign in (R003). Refusals: `username_taken`, `team_unknown`. */
export async function createPerson(call: Call, input: InputOf<Contracts['createPerson']>): Promise<Changed | Refusal> {
  await lockStore(call);
  const { storeId } = call.actor;
  const unknown = await checkTeam(call, input.teamId);
  if (unknown) return unknown;
  const userId = await signInOf(call, input);
  if (isRefusal(userId)) return userId;
  const id = call.newId();
  const row = { store_id: storeId, staff_id: id, user_id: userId, username: input.username.toLowerCase() };
  await call.tx
    .insertInto('staff')
    .values({ ...row, ...detailColumns(input) })
    .execute();
  await replaceRoles(call, userId, input.roles);
  await recordStoreActivity(call, { action: 'create_person', payload: { staffId: id, roles: [...input.roles] } });
  call.changed('staff');
  call.changed('board:staff');
  return { id, version: 1 };
}

async function checkTeam({ tx, actor }: Call, teamId: string | null): Promise<Refusal | null> {
  if (teamId === null) return null;
  const teams = tx.selectFrom('team').select('team_id').where('store_id', '=', actor.storeId);
  const found = await teams.where('team_id', '=', teamId).executeTakeFirst();
  return found ? null : refuse('team_unknown', { field: 'teamId', values: { team: teamId } });
}

/** A refusal rolls back, so that the broken statement does no harm. */
async function signInOf(call: Call, person: InputOf<Contracts['createPerson']>): Promise<string | Refusal> {
  const { username, name, password } = person;
  try {
    return await createSignIn(call.tx, { username, name, password });
  } catch (error) {
    const taken = error instanceof DatabaseError && error.code === '23505' && error.table === 'sign_in_user';
    if (taken) return refuse('username_taken', { field: 'username' });
    throw error;
  }
}

/** Changes name, phone, team, trades and slots. Refusals: `stale_version`, `team_unknown`. */
export async function changePerson(
  call: Call,
  { staffId, version, ...details }: InputOf<Contracts['changePerson']>,
): Promise<Changed | Refusal> {
  const stored = await lockPerson(call, staffId, version);
  if (isRefusal(stored)) return stored;
  const unknown = await checkTeam(call, details.teamId);
  if (unknown) return unknown;
  return savePerson(call, staffId, { version, changes: detailColumns(details), action: 'change_person' });
}

/** Gives a person other roles. Refusals: `stale_version`, `last_admin`. */
export async function changeRoles(
  call: Call,
  { staffId, version, roles }: InputOf<Contracts['changeRoles']>,
): Promise<Changed | Refusal> {
  const stored = await lockPerson(call, staffId, version);
  if (isRefusal(stored)) return stored;
  if (stored.userId === null) return refuse('not_found');
  if (!roles.includes('admin') && !(await otherAdmin(call, staffId))) return refuse('last_admin', { field: 'roles' });
  await call.tx
    .deleteFrom('membership')
    .where('store_id', '=', call.actor.storeId)
    .where('user_id', '=', stored.userId)
    .execute();
  await replaceRoles(call, stored.userId, roles);
  return savePerson(call, staffId, { version, action: 'change_roles', payload: { roles: [...roles] } });
}

/** Closes or opens the store to a person; a deactivated one is signed out at the next request. Refusals: `stale_version`, `last_admin`. */
export async function changeActive(
  call: Call,
  { staffId, version, active }: InputOf<Contracts['changeActive']>,
): Promise<Changed | Refusal> {
  const stored = await lockPerson(call, staffId, version);
  if (isRefusal(stored)) return stored;
  if (!active && !(await otherAdmin(call, staffId))) return refuse('last_admin', { field: 'active' });
  return savePerson(call, staffId, { version, changes: { active }, action: 'change_active', payload: { active } });
}

/** Gives the person a new password and ends every session of theirs. */
export async function resetPassword(
  call: Call,
  { staffId, password }: InputOf<Contracts['resetPassword']>,
): Promise<Changed | Refusal> {
  const stored = await lockPerson(call, staffId, null);
  if (isRefusal(stored)) return stored;
  if (stored.userId === null) return refuse('not_found');
  await changePassword(call.tx, stored.userId, password);
  return savePerson(call, staffId, { version: stored.version, action: 'reset_password' });
}

async function lockPerson(call: Call, staffId: string, seen: number | null) {
  await lockStore(call);
  const row = await call.tx
    .selectFrom('staff')
    .select(['user_id as userId', 'version'])
    .where('store_id', '=', call.actor.storeId)
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse('not_found');
  return seen !== null && row.version !== seen ? refuse('stale_version', { field: 'version' }) : row;
}

type Saving = {
  readonly version: number;
  readonly changes?: Partial<ReturnType<typeof detailColumns>> & { readonly active?: boolean };
  readonly action: string;
  readonly payload?: Readonly<Record<string, unknown>>;
};

async function savePerson(
  call: Call,
  staffId: string,
  { version, changes, action, payload }: Saving,
): Promise<Changed> {
  await call.tx
    .updateTable('staff')
    .set({ ...changes, version: version + 1 })
    .where('store_id', '=', call.actor.storeId)
    .where('staff_id', '=', staffId)
    .execute();
  await recordStoreActivity(call, { action, payload: { staffId, ...payload } });
  call.changed('staff');
  call.changed('board:staff');
  return { id: staffId, version: version + 1 };
}

async function replaceRoles({ tx, actor }: Call, userId: string, roles: readonly StaffRole[]): Promise<void> {
  const rows = [...new Set(roles)].map((role) => ({ store_id: actor.storeId, user_id: userId, role }));
  if (rows.length > 0) await tx.insertInto('membership').values(rows).execute();
}

/** Whether the store keeps an active administrator besides this person. */
async function otherAdmin({ tx, actor }: Call, staffId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('staff')
    .innerJoin('membership', (on) =>
      on
        .onRef('membership.store_id', '=', 'staff.store_id')
        .onRef('membership.user_id', '=', 'staff.user_id')
        .on('role', '=', 'admin'),
    )
    .select('staff_id')
    .where('staff.store_id', '=', actor.storeId)
    .where('active', '=', true)
    .where('staff_id', '<>', staffId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
