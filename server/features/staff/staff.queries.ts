import { sql, type SqlBool } from 'kysely';
import type { Tx } from '#db/transaction.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import type { staffContracts } from '#domain/staff/staff.contract.ts';
import { paged } from '#server/features/store/paged.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof staffContracts;
type People = OutputOf<Contracts['listPeople']>;

const rolesOfStaff = sql<StaffRole[]>`coalesce((select array_agg(m.role order by m.role) from membership m
  where m.store_id = staff.store_id and m.user_id = staff.user_id), '{}')`;

const people = (tx: Tx, storeId: string) =>
  tx
    .selectFrom('staff')
    .select([
      'staff_id as staffId',
      'name',
      'team_id as teamId',
      'leads_team as leadsTeam',
      'trades',
      'slots',
      rolesOfStaff.as('roles'),
    ])
    .where('staff.store_id', '=', storeId);

const holds = (role: StaffRole) =>
  sql<SqlBool>`exists (select from membership m
    where m.store_id = staff.store_id and m.user_id = staff.user_id and m.role = ${role})`;

/** Active colleagues to pick from, of one role where it is named. A store's staff is one page. */
export async function listStaff(
  { tx, actor }: Call,
  { role }: InputOf<Contracts['listStaff']>,
): Promise<OutputOf<Contracts['listStaff']>> {
  const items = await people(tx, actor.storeId)
    .where('active', '=', true)
    .$if(role !== undefined, (q) => q.where(holds(role ?? 'admin')))
    .orderBy('username')
    .limit(500)
    .execute();
  return { items: items.map(inTableOrder) };
}

/** People for the administrator, by username; phone numbers are masked (R321). */
export async function listPeople(
  { tx, actor }: Call,
  { search, inactive, limit, offset }: InputOf<Contracts['listPeople']>,
): Promise<People> {
  const rows = await people(tx, actor.storeId)
    .select(['username', 'phone', 'active', 'version', sql<number>`count(*) over ()`.as('total')])
    .$if(!inactive, (q) => q.where('active', '=', true))
    .$if(Boolean(search), (q) =>
      q.where(sql<SqlBool>`position(lower(${search}) in lower(coalesce(username, '') || ' ' || name)) > 0`),
    )
    .orderBy('username')
    .limit(limit)
    .offset(offset)
    .execute();
  const { items, total } = paged(rows);
  const masked = (phone: string | null) => (phone === null ? null : maskPhone(phone));
  return { items: items.map((row) => inTableOrder({ ...row, phone: masked(row.phone) })), total };
}

/** Roles in the order of the table of roles, not of the database. */
function inTableOrder<Row extends { roles: StaffRole[] }>(row: Row): Row {
  return { ...row, roles: staffRoleNames.filter((role) => row.roles.includes(role)) };
}

export async function listTeams(
  { tx, actor }: Call,
  { inactive }: InputOf<Contracts['listTeams']>,
): Promise<OutputOf<Contracts['listTeams']>> {
  const items = await tx
    .selectFrom('team')
    .select(['team_id as teamId', 'name', 'name_en as nameEn', 'trades', 'active', 'version'])
    .where('store_id', '=', actor.storeId)
    .$if(!inactive, (q) => q.where('active', '=', true))
    .orderBy('team_id')
    .limit(200)
    .execute();
  return { items };
}

export async function listBays(
  { tx, actor }: Call,
  { inactive }: InputOf<Contracts['listBays']>,
): Promise<OutputOf<Contracts['listBays']>> {
  const items = await tx
    .selectFrom('bay')
    .select(['bay_id as bayId', 'name', 'kind', 'trade', 'exclusive', 'active', 'sort', 'version'])
    .where('store_id', '=', actor.storeId)
    .$if(!inactive, (q) => q.where('active', '=', true))
    .orderBy('sort')
    .orderBy('bay_id')
    .limit(200)
    .execute();
  return { items };
}
