import { words, type Words } from '#domain/kernel/words.ts';

/** Everyone who takes part (R003). A person may hold several roles in a store. */
export const roles = {
  advisor: words('服务顾问', 'service advisor'),
  receptionist: words('预约/接待员', 'receptionist'),
  supervisor: words('车间主管', 'workshop supervisor'),
  team_leader: words('班组长', 'team leader'),
  technician: words('技师', 'technician'),
  inspector: words('质检员/技术总监', 'quality inspector'),
  parts_clerk: words('配件员', 'parts clerk'),
  cashier: words('收银员', 'cashier'),
  warranty_clerk: words('索赔员', 'warranty clerk'),
  follow_up_agent: words('跟踪业务员', 'follow-up agent'),
  guard: words('门卫', 'gate guard'),
  washer: words('洗车员', 'washer'),
  lounge_attendant: words('休息区服务员', 'lounge attendant'),
  service_manager: words('售后经理', 'service manager'),
  admin: words('系统管理员', 'administrator'),
  customer: words('客户', 'customer'),
} as const satisfies Record<string, Words>;

export type Role = keyof typeof roles;
export type StaffRole = Exclude<Role, 'customer'>;

export const roleNames = Object.keys(roles) as Role[];
export const staffRoleNames = roleNames.filter((role): role is StaffRole => role !== 'customer');

/** Whoever acts: a member of staff in one store, a customer through a link made for one visit, or the system's own schedule. */
export type Actor =
  | { readonly kind: 'staff'; readonly storeId: string; readonly staffId: string; readonly roles: readonly StaffRole[] }
  | { readonly kind: 'customer'; readonly storeId: string; readonly linkId: string; readonly orderId: string }
  | { readonly kind: 'system'; readonly storeId: string };

/** The roles an actor may act in. The system acts in none: its commands name it explicitly. */
export function rolesOf(actor: Actor): readonly Role[] {
  if (actor.kind === 'staff') return actor.roles;
  return actor.kind === 'customer' ? ['customer'] : [];
}

/** True when the actor holds one of the roles. */
export const mayAct = (actor: Actor, by: readonly Role[]): boolean => rolesOf(actor).some((role) => by.includes(role));

/** The identity written into the activity: staff id, link id, or null for the system. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'staff') return actor.staffId;
  return actor.kind === 'customer' ? actor.linkId : null;
}
