import { z } from 'zod';
import { query, version, type Contract } from '#domain/kernel/contract.ts';
import { uuidSchema } from '#domain/kernel/id.ts';
import { phoneSchema } from '#domain/kernel/phone.ts';
import { staffRoleNames } from '#domain/kernel/role.ts';
import { shortText, wordsUpTo } from '#domain/kernel/text.ts';
import { newPasswordSchema, usernameSchema } from '#domain/staff/sign-in.contract.ts';
import { bayKinds, bayRow, teamRow, trades } from '#domain/staff/staff.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const roles = z.array(z.enum(staffRoleNames)).max(staffRoleNames.length);
const list = z.array(z.enum(trades)).max(trades.length);
const nameEn = wordsUpTo(80).default('');
const changed = z.strictObject({ id: uuidSchema, version });
const command = { kind: 'command', method: 'POST', output: changed } as const;
const admin = { ...command, callers: ['admin'] } as const;
const keepers = { ...command, callers: ['admin', 'service_manager'] } as const;

/** What is recorded of a person besides how they sign in. */
const personFields = {
  name: shortText,
  phone: phoneSchema.nullable(),
  teamId: uuidSchema.nullable(),
  leadsTeam: z.boolean(),
  trades: list,
  /** How many jobs at once. */
  slots: z.int().min(1).max(4).default(1),
};
const teamFields = { name: shortText, nameEn, trades: list };
const bayFields = {
  name: shortText,
  kind: z.enum(bayKinds),
  trade: z.enum(trades).nullable(),
  exclusive: z.boolean().default(true),
  sort: z.int().min(0).max(10_000).default(0),
};

/** A colleague as others see them when they pick one. */
export const colleague = z.strictObject({
  staffId: uuidSchema,
  name: z.string(),
  roles: z.array(z.enum(staffRoleNames)),
  teamId: uuidSchema.nullable(),
  leadsTeam: z.boolean(),
  trades: z.array(z.enum(trades)),
  slots: z.int(),
});

/** A person as the administrator sees them; the phone number is masked (R321). */
export const person = colleague.extend({
  username: z.string().nullable(),
  phone: z.string().nullable(),
  active: z.boolean(),
  version,
});

const everything = z.boolean().default(false);

/** People with their roles, teams and bays (R003, R294). */
export const staffContracts = {
  listStaff: query({
    name: 'staff.list',
    zh: '同事名单',
    en: 'Colleagues',
    path: '/staff',
    callers: 'staff',
    input: z.strictObject({ role: z.enum(staffRoleNames).optional() }),
    output: z.strictObject({ items: z.array(colleague) }),
  }),
  listPeople: query({
    name: 'staff.listPeople',
    zh: '人员管理',
    en: 'People',
    path: '/people',
    callers: ['admin', 'service_manager'],
    input: z.strictObject({ search: wordsUpTo(60).optional(), inactive: everything, ...pageFields }),
    output: pageOf(person),
  }),
  createPerson: {
    ...admin,
    name: 'staff.createPerson',
    zh: '新增人员',
    en: 'Add a person',
    path: '/people',
    input: z.strictObject({ username: usernameSchema, password: newPasswordSchema, roles, ...personFields }),
    refusals: ['username_taken', 'team_unknown'],
  },
  changePerson: {
    ...admin,
    name: 'staff.changePerson',
    zh: '修改人员资料',
    en: 'Change a person',
    path: '/people/:staffId',
    /** A phone that is left out stays as it is: the list shows it masked. */
    input: z.strictObject({ staffId: uuidSchema, version, ...personFields, phone: phoneSchema.nullable().optional() }),
    refusals: ['team_unknown'],
  },
  changeRoles: {
    ...admin,
    name: 'staff.changeRoles',
    zh: '修改岗位',
    en: 'Change somebody’s roles',
    path: '/people/:staffId/roles',
    input: z.strictObject({ staffId: uuidSchema, version, roles }),
    refusals: ['last_admin'],
  },
  changeActive: {
    ...admin,
    name: 'staff.changeActive',
    zh: '停用或启用人员',
    en: 'Deactivate or reactivate a person',
    path: '/people/:staffId/active',
    input: z.strictObject({ staffId: uuidSchema, version, active: z.boolean() }),
    refusals: ['last_admin'],
  },
  resetPassword: {
    ...admin,
    name: 'staff.resetPassword',
    zh: '重置密码',
    en: 'Reset a password',
    path: '/people/:staffId/password',
    input: z.strictObject({ staffId: uuidSchema, password: newPasswordSchema }),
    refusals: [],
  },
  listTeams: query({
    name: 'staff.listTeams',
    zh: '班组',
    en: 'Teams',
    path: '/teams',
    callers: 'staff',
    input: z.strictObject({ inactive: everything }),
    output: z.strictObject({ items: z.array(teamRow) }),
  }),
  createTeam: {
    ...keepers,
    name: 'staff.createTeam',
    zh: '新增班组',
    en: 'Add a team',
    path: '/teams',
    input: z.strictObject(teamFields),
    refusals: [],
  },
  changeTeam: {
    ...keepers,
    name: 'staff.changeTeam',
    zh: '修改班组',
    en: 'Change a team',
    path: '/teams/:teamId',
    input: z.strictObject({ teamId: uuidSchema, version, active: z.boolean(), ...teamFields }),
    refusals: [],
  },
  listBays: query({
    name: 'staff.listBays',
    zh: '工位',
    en: 'Bays',
    path: '/bays',
    callers: 'staff',
    input: z.strictObject({ inactive: everything }),
    output: z.strictObject({ items: z.array(bayRow) }),
  }),
  createBay: {
    ...keepers,
    name: 'staff.createBay',
    zh: '新增工位',
    en: 'Add a bay',
    path: '/bays',
    input: z.strictObject(bayFields),
    refusals: [],
  },
  changeBay: {
    ...keepers,
    name: 'staff.changeBay',
    zh: '修改工位',
    en: 'Change a bay',
    path: '/bays/:bayId',
    input: z.strictObject({ bayId: uuidSchema, version, active: z.boolean(), ...bayFields }),
    refusals: [],
  },
} as const satisfies Record<string, Contract>;
