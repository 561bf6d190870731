import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { shopTime, type Instant } from '#domain/kernel/calendar.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { performedLines } from '#domain/repair-order/visit.rules.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

type PeakHours = StoreSettings['peakHours'];

/** Accident cars, those whose body was opened and those with an overhauled assembly 总成 take long to hand over (R211). */
export const isBigJob = (visit: Visit): boolean =>
  visit.order.kind === 'insurance' || performedLines(visit).some(isBig);

const isBig = ({ trade, repairCategory }: ChargeLine): boolean =>
  trade === 'body' || trade === 'paint' || repairCategory === 'assembly';

export const isInPeak = (at: Instant, peak: PeakHours): boolean =>
  peak !== null && shopTime(at) >= peak.from && shopTime(at) < peak.until;

/** Overhaul and accident cars are not delivered while everybody fetches theirs (R211). */
export function checkOffPeak(visit: Visit, pickUpAt: Instant | null, peak: PeakHours): Refusal | null {
  if (peak === null || pickUpAt === null || !isBigJob(visit) || !isInPeak(pickUpAt, peak)) return null;
  return refuse('pick_up_in_peak', { field: 'pickUpAt', values: { from: peak.from, until: peak.until } });
}
