import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import type { EntrustedKind } from '#domain/reception/reception.ts';
import type { VisitGuards } from '#domain/repair-order/guard.ts';
import type { TickItem } from '#domain/repair-order/norms.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

/** What the reception form still lacks, by name (R073). The interview is optional; papers count when taken or asked for. */
export function missingOnForm(visit: Visit): readonly Words[] {
  const { reception, order } = visit;
  const needed: readonly (readonly [boolean, Words])[] = [
    [Boolean(reception?.kitFittedAt), words('安装三件套', 'the protective kit')],
    [(reception?.odometerKm ?? null) !== null, words('里程', 'the odometer')],
    [(reception?.fuelEighths ?? reception?.chargePercent ?? null) !== null, words('油量或电量', 'fuel or charge')],
    [Boolean(reception?.walkAroundDoneAt), words('环车检查', 'the walk-around')],
    [order.complaint.trim() !== '', words('客户描述', 'the complaint')],
    [wasAsked(visit, 'vehicle_licence', 'licence_asked'), words('索取行驶证', 'asking for the vehicle licence')],
    [wasAsked(visit, 'service_booklet', 'booklet_asked'), words('索取保养手册', 'asking for the service booklet')],
  ];
  return needed.filter(([there]) => !there).map(([, name]) => name);
}

const wasAsked = ({ entrusted, ticks }: Visit, kind: EntrustedKind, item: TickItem): boolean =>
  entrusted.some((each) => each.kind === kind) || ticks.some((each) => each.item === item);

function checkFormComplete(visit: Visit): Refusal | null {
  const missing = missingOnForm(visit);
  if (missing.length === 0) return null;
  const missingZh = missing.map(({ zh }) => zh).join('、');
  const missingEn = missing.map(({ en }) => en).join(', ');
  return refuse('reception_incomplete', { values: { missingZh, missingEn } });
}

/** Rules that need no input, per action on the visit. */
export const receptionGuards = {
  record_walk_around: ({ reception }) => (reception?.kitFittedAt ? null : refuse('kit_not_fitted')),
  hand_over_reception_form: checkFormComplete,
  seat_in_lounge: ({ reception }) => (reception?.handedOverAt ? null : refuse('reception_not_finished')),
} as const satisfies VisitGuards;
