import type { Machine } from '#domain/kernel/machine.ts';
import { orderMachine } from '#domain/repair-order/repair-order.transitions.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

/** Every machine of the process, by name: the tests, the documentation and the conformance checks walk through this list. */
export const machines: Readonly<Record<string, Machine<string>>> = {
  repair_order: orderMachine,
  work: workMachine,
};
