import { expect, test } from 'vitest';
import { judgementTo, warrantyMachine } from '#domain/diagnosis/warranty.machine.ts';
import { warrantyStates, type WarrantyState } from '#domain/estimate/charge-line.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { actorOf } from '#domain/testing/test-context.ts';

/** Where a judgement may go from each state (R100–R103). */
const allowed: Readonly<Record<WarrantyState, readonly WarrantyState[]>> = {
  not_checked: ['covered', 'not_covered', 'pending_diagnosis', 'pending_manufacturer'],
  covered: ['not_checked'],
  not_covered: ['not_checked'],
  pending_diagnosis: ['not_checked', 'covered', 'not_covered', 'pending_manufacturer'],
  pending_manufacturer: ['approved', 'denied'],
  approved: [],
  denied: [],
};

test.each(warrantyStates)('from %s a judgement goes where it may and nowhere else (R100, R101, R102)', (state) => {
  const reached = warrantyStates.filter(
    (target) => checkAction(warrantyMachine, judgementTo[target], { state, actor: actorOf('warranty_clerk') }) === null,
  );
  expect(reached.toSorted()).toEqual(allowed[state].toSorted());
});

test('each state is reached by one action that leads there alone', () => {
  for (const state of warrantyStates) expect(warrantyMachine.actions[judgementTo[state]].to).toEqual([state]);
  expect(Object.keys(warrantyMachine.states)).toEqual([...warrantyStates]);
});
