import type { Appointment } from '#domain/appointment/appointment.ts';
import { addMinutes, type Instant } from '#domain/kernel/calendar.ts';
import { words, type Words } from '#domain/kernel/words.ts';

/** The small magnet on an appointment's tag (R040). */
export const tagMarkers = ['none', 'arrived', 'late', 'no_show'] as const;
export type TagMarker = (typeof tagMarkers)[number];

export const tagMarkerWords = {
  none: words('未到时间', 'Not yet due'),
  arrived: words('已到店', 'Arrived'),
  late: words('延时到店', 'Arriving late'),
  no_show: words('失约', 'No-show'),
} as const satisfies Record<TagMarker, Words>;

/** Late is derived from the clock and the store's own patience; it is no state. */
export function tagMarker(
  { state, startsAt }: Pick<Appointment, 'state' | 'startsAt'>,
  { now, lateMinutes }: { readonly now: Instant; readonly lateMinutes: number },
): TagMarker {
  if (state === 'arrived' || state === 'no_show') return state;
  if (state === 'cancelled') return 'none';
  return addMinutes(startsAt, lateMinutes) < now ? 'late' : 'none';
}
