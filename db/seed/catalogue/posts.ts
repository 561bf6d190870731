import type { StaffRole } from '#domain/kernel/role.ts';
import type { Trade } from '#db/seed/catalogue/trade.ts';

/** A place to fill in a store: sign-in name, roles, and where it matters team and trades. */
export type Post = {
  readonly username: string;
  readonly roles: readonly StaffRole[];
  readonly teamCode?: string;
  readonly trades?: readonly Trade[];
  /** Holds the electrician's licence for high-voltage work. */
  readonly highVoltage?: boolean;
};

const office: readonly Post[] = [
  { username: 'receptionist1', roles: ['receptionist'] },
  { username: 'supervisor1', roles: ['supervisor'] },
  { username: 'cashier1', roles: ['cashier'] },
  { username: 'warranty1', roles: ['warranty_clerk'] },
  { username: 'followup1', roles: ['follow_up_agent'] },
  { username: 'guard1', roles: ['guard'] },
  { username: 'washer1', roles: ['washer'], trades: ['detailing'] },
  { username: 'lounge1', roles: ['lounge_attendant'] },
  { username: 'manager1', roles: ['service_manager'] },
  { username: 'admin1', roles: ['admin'] },
];

const numbered = (count: number, base: string, roles: Post['roles']): readonly Post[] =>
  Array.from({ length: count }, (_, index) => ({ username: `${base}${index + 1}`, roles }));

const technician = (number: number, teamCode: string, skills: Pick<Post, 'trades' | 'highVoltage'>): Post => ({
  username: `technician${number}`,
  roles: ['technician'],
  teamCode,
  ...skills,
});

const mechanical = { trades: ['mechanical_electrical'] } as const;
const highVoltage = { ...mechanical, highVoltage: true } as const;

/** The demonstration store: each role by its own person, three teams. */
export const storeOnePosts: readonly Post[] = [
  ...numbered(4, 'advisor', ['advisor']),
  ...numbered(2, 'inspector', ['inspector']),
  ...numbered(2, 'parts', ['parts_clerk']),
  ...office,
  { username: 'leader1', roles: ['team_leader'], teamCode: 'ME1', ...highVoltage },
  { username: 'leader2', roles: ['team_leader'], teamCode: 'ME2', ...mechanical },
  { username: 'leader3', roles: ['team_leader'], teamCode: 'BP', trades: ['body', 'paint'] },
  technician(1, 'ME1', highVoltage),
  technician(2, 'ME1', mechanical),
  technician(3, 'ME1', mechanical),
  technician(4, 'ME1', mechanical),
  technician(5, 'ME2', highVoltage),
  technician(6, 'ME2', mechanical),
  technician(7, 'ME2', { trades: ['mechanical_electrical', 'detailing'] }),
  technician(8, 'BP', { trades: ['body'] }),
  technician(9, 'BP', { trades: ['paint'] }),
  technician(10, 'BP', { trades: ['body', 'paint'] }),
];

/** The second store: one person for each role. */
export const storeTwoPosts: readonly Post[] = [
  ...numbered(1, 'advisor', ['advisor']),
  ...numbered(1, 'inspector', ['inspector']),
  ...numbered(1, 'parts', ['parts_clerk']),
  ...office,
  { username: 'leader1', roles: ['team_leader'], teamCode: 'ME1', ...highVoltage },
  technician(1, 'ME1', { trades: ['mechanical_electrical', 'body', 'paint', 'detailing'], highVoltage: true }),
];
