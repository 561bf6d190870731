import type { StaffRole } from '#domain/kernel/role.ts';
import type { PathName } from '#web/app/paths.ts';
import { pages } from '#web/app/pages.ts';

/** Where each role opens the day. */
export const homes: Readonly<Record<StaffRole, PathName>> = {
  service_manager: 'manager',
  supervisor: 'dispatch',
  advisor: 'advisor_home',
  receptionist: 'appointments',
  team_leader: 'leader_checks',
  inspector: 'final_inspections',
  technician: 'my_work',
  parts_clerk: 'parts_requests',
  cashier: 'settlements',
  warranty_clerk: 'warranty',
  follow_up_agent: 'follow_ups',
  guard: 'gate',
  washer: 'wash',
  lounge_attendant: 'lounge',
  admin: 'people',
};

/** The first screen of someone with these roles; the page of all pages when none of theirs is at hand. */
export function homeOf(roles: readonly StaffRole[]): PathName | null {
  const candidates = (Object.keys(homes) as StaffRole[])
    .filter((role) => roles.includes(role))
    .map((role) => homes[role]);
  return candidates.find((path) => pages.some((page) => page.path === path)) ?? null;
}
