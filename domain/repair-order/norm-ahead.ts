import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { WheelStep } from '#domain/kernel/wheel.ts';
import { norms, type TickItem } from '#domain/repair-order/norms.ts';
import type { OrderState } from '#domain/repair-order/repair-order.ts';

const afterwards: ReadonlySet<WheelStep> = new Set(['settlement', 'delivery']);

/**
 * What is done with the finished car is not ticked while it is still worked on: a test ride follows the pass (R187). Asked by the
 * command, and by the screen for the button's reason. Refusal `norm_ahead`.
 */
export function checkNotAhead(item: TickItem, { state }: { readonly state: OrderState }): Refusal | null {
  const { step, zh, en } = norms[item];
  if (state !== 'open' || !afterwards.has(step)) return null;
  return refuse('norm_ahead', { field: 'items', values: { normZh: zh, normEn: en } });
}
