import { addMinutes, shopDateTime, shopDay, type Instant } from '#domain/kernel/calendar.ts';
import { readinessItems } from '#domain/reception/readiness.ts';
import { inRole, keepRow, newId, oneOf, type World } from '#db/seed/engine/world.ts';

const walkIns = [
  { minutesAgo: 14, plate: '苏E5K8N2', note: '白色轿车，客户说空调不凉' },
  { minutesAgo: 4, plate: null, note: '黑色越野车，尚未上牌，首次保养' },
] as const;

/** The desk on the day of the demonstration: who is ready, all but one in time, and who came without appointment (R050–R056). */
export function receptionDay(world: World, now: Instant): void {
  const day = shopDay(now);
  const opening = shopDateTime(day, world.settings.opensAt);
  const desk = new Set([...inRole(world, 'advisor'), ...inRole(world, 'receptionist')].map(({ staffId }) => staffId));
  for (const [index, staffId] of [...desk].entries()) {
    const items = index === 1 ? readinessItems.slice(0, 6) : readinessItems;
    const tickedAt = earlier(addMinutes(opening, -25 + index * 4), now);
    for (const item of items) keepRow(world, 'readiness_tick', { staffId, day, item, tickedAt });
  }
  for (const { minutesAgo, plate, note } of walkIns) {
    const { staffId: recordedBy } = oneOf(world, 'receptionist');
    const row = { arrivalId: newId(world), plate, note, arrivedAt: addMinutes(now, -minutesAgo), recordedBy };
    keepRow(world, 'arrival', { ...row, orderId: null, endedAt: null });
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
