import { describe, expect, test } from 'vitest';
import { checkAction, unreachableStates, type Action } from '#domain/kernel/machine.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { refusals } from '#domain/kernel/refusals.ts';
import { staffRoleNames, type Actor, type Role } from '#domain/kernel/role.ts';
import { machines } from '#domain/process/machines.ts';

const storeId = '00000000-0000-7000-8000-000000000001';

function actorOf(role: Role): Actor {
  if (role === 'customer') return { kind: 'customer', storeId, linkId: storeId, orderId: storeId };
  return { kind: 'staff', storeId, staffId: storeId, roles: [role] };
}

describe.each(Object.entries(machines))('the machine %s', (_, machine) => {
  const actions = Object.entries<Action<string>>(machine.actions);
  const states = Object.keys(machine.states);

  test('reaches every state from its beginnings', () => {
    expect(unreachableStates(machine)).toEqual([]);
  });

  test('names only states and refusals that exist', () => {
    for (const [, { from, to, refusals: codes }] of actions) {
      expect(states).toEqual(expect.arrayContaining([...from]));
      expect(states).toEqual(expect.arrayContaining(to === 'same' ? [] : [...to]));
      expect(Object.keys(refusals)).toEqual(expect.arrayContaining([...codes]));
    }
  });

  test.each(actions)('allows %s in exactly the states of its table, for exactly its roles', (name, action) => {
    for (const role of [...staffRoleNames, 'customer'] as const) {
      for (const state of [null, ...states]) {
        const allowed = state === null ? action.from.length === 0 : action.from.includes(state);
        const refusal = checkAction(machine, name, { state, actor: actorOf(role) });
        const expected = !action.by.includes(role) ? 'forbidden' : allowed ? null : 'wrong_state';
        expect(isRefusal(refusal) ? refusal.code : null, `${role} in ${state}`).toBe(expected);
      }
    }
  });
});
