import { shopDateTime, type ClockTime, type Instant, type ShopDay } from '#domain/kernel/calendar.ts';
import { words, type Words } from '#domain/kernel/words.ts';

type Item = Words & { readonly requirement: 'R050' | 'R051' | 'R052' };

const item = (requirement: Item['requirement'], zh: string, en: string): Item => ({ requirement, ...words(zh, en) });

/** Readiness before the shop opens 班前准备检查: oneself, forms, tools and materials, the place (R050–R052). */
export const readiness = {
  dress: item('R050', '着装整洁、符合规范', 'Dress clean and to standard'),
  grooming: item('R050', '仪表修饰得体', 'Well groomed'),
  uniform_badge: item('R050', '工服、工牌佩戴齐全', 'Uniform and badge worn'),
  spirit: item('R050', '精神饱满', 'Rested and in good spirit'),
  forms: item('R051', '表单备齐：接车登记表、委托书', 'Forms at hand: reception form, repair order'),
  tools: item('R051', '工具备好：平板、手电、灯光与胎压检查工具', 'Tools at hand: tablet, torch, lamp and tyre gauges'),
  materials: item('R051', '材料备好：三件套、车辆标识', 'Materials at hand: protective kits, car tags'),
  environment: item('R052', '接待区与客户休息区设施完好', 'Reception and lounge in good order'),
  cleanliness: item('R052', '接待台、接车区清洁', 'Desk and drive-in clean'),
} as const satisfies Record<string, Item>;

export type ReadinessItem = keyof typeof readiness;
export const readinessItems = Object.keys(readiness) as [ReadinessItem, ...ReadinessItem[]];

export type ReadinessTick = { readonly item: ReadinessItem; readonly tickedAt: Instant };

export type ReadinessState = {
  readonly done: number;
  readonly total: number;
  /** When the last item was ticked; null while one is open. */
  readonly completeAt: Instant | null;
  /** Complete before the shop opened; null while it is open to be so. */
  readonly inTime: boolean | null;
};

/** How far somebody is with a day's check, judged at an instant. */
export function readinessOf(
  ticks: readonly ReadinessTick[],
  at: { readonly day: ShopDay; readonly opensAt: ClockTime; readonly now: Instant },
): ReadinessState {
  const total = readinessItems.length;
  const done = new Set(ticks.map((each) => each.item)).size;
  const last =
    ticks
      .map(({ tickedAt }) => tickedAt)
      .toSorted()
      .at(-1) ?? null;
  const completeAt = done === total ? last : null;
  const opening = shopDateTime(at.day, at.opensAt);
  const open = completeAt === null && at.now < opening;
  return { done, total, completeAt, inTime: open ? null : completeAt !== null && completeAt <= opening };
}
