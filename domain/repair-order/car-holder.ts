import type { Role } from '#domain/kernel/role.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { hasLeft } from '#domain/repair-order/visit.rules.ts';

export type CarHolder = { readonly role: Role; readonly staffId: string | null };

/** Who holds the car now: whoever works on it, else whoever has key and papers; the customer when it is away or gone. */
export function carHolder(visit: Visit): CarHolder {
  const { order, punches, custody } = visit;
  if (hasLeft(visit) || order.awaySince !== null) return { role: 'customer', staffId: null };
  const punch = punches.find(({ endedAt }) => endedAt === null);
  if (punch) return { role: 'technician', staffId: punch.technicianId };
  const last = custody.at(-1);
  if (!last || last.direction === 'to_advisor') return { role: 'advisor', staffId: order.advisorId };
  if (last.direction === 'to_workshop' && order.carAcceptedAt !== null) {
    return { role: 'technician', staffId: order.carAcceptedBy };
  }
  return { role: 'supervisor', staffId: last.toStaffId };
}
