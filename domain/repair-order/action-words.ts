import { words, type Words } from '#domain/kernel/words.ts';
import { orderMachine } from '#domain/repair-order/repair-order.transitions.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

const named: Readonly<Record<string, Words>> = { ...workMachine.actions, ...orderMachine.actions };

/** What an action on a visit or its lines is called; its stored name when no table knows it. */
export function actionWords(action: string): Words {
  const found = named[action];
  return found ? words(found.zh, found.en) : words(action, action);
}
