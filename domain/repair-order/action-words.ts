import { words, type Words } from '#domain/kernel/words.ts';
import { orderMachine } from '#domain/repair-order/repair-order.transitions.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

/** What the system does by itself when work takes longer than planned. */
const ownActs = {
  stretch_plans: words('计划顺延', 'Plan stretched by an overrun'),
  push_plans: words('计划后移', 'Plans moved behind an overrun'),
} as const;

const named: Readonly<Record<string, Words>> = { ...ownActs, ...workMachine.actions, ...orderMachine.actions };

/** What an action on a visit or its lines is called; its stored name when no table knows it. */
export function actionWords(action: string): Words {
  const found = named[action];
  return found ? words(found.zh, found.en) : words(action, action);
}
