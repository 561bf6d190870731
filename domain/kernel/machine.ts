import { refuse, type Refusal, type RefusalCode } from '#domain/kernel/refusal.ts';
import { mayAct, type Actor, type Role } from '#domain/kernel/role.ts';
import type { WheelStep } from '#domain/kernel/wheel.ts';
import type { Words } from '#domain/kernel/words.ts';

/** One row of an action table: who may take what from which states to which, and what may refuse it. */
export type Action<State extends string> = Words & {
  /** States it may start from; empty for an action that creates the thing. */
  readonly from: readonly State[];
  /** States it may end in; `same` leaves the state alone. */
  readonly to: readonly State[] | 'same';
  readonly by: readonly Role[];
  /** Rule refusals besides `wrong_state` and `forbidden`. */
  readonly refusals: readonly RefusalCode[];
  readonly step?: WheelStep;
  readonly requirements?: readonly string[];
};

export type Machine<State extends string, Name extends string = string> = Words & {
  readonly states: Readonly<Record<State, Words>>;
  readonly initial: readonly State[];
  readonly final: readonly State[];
  readonly actions: Readonly<Record<Name, Action<State>>>;
};

/** Keeps literal types of a machine while checking its shape. */
export const machine = <State extends string, Name extends string>(definition: Machine<State, Name>) => definition;

/**
 * Whether the state and the actor allow the action at all.
 * Refusals: `forbidden` (role), `wrong_state` (state). Rule refusals are the capability's own.
 */
export function checkAction<State extends string, Name extends string>(
  of: Machine<State, Name>,
  name: Name,
  at: { readonly state: State | null; readonly actor: Actor },
): Refusal | null {
  const action = of.actions[name];
  if (at.actor.kind !== 'system' && !mayAct(at.actor, action.by)) return refuse('forbidden');
  if (at.state === null) return action.from.length === 0 ? null : refuse('wrong_state', stateValues(of, name, null));
  return action.from.includes(at.state) ? null : refuse('wrong_state', stateValues(of, name, at.state));
}

function stateValues<State extends string, Name extends string>(
  of: Machine<State, Name>,
  name: Name,
  state: State | null,
) {
  const action = of.actions[name];
  const now = state === null ? { zh: '尚未开始', en: 'not begun' } : of.states[state];
  const list = (language: 'zh' | 'en') =>
    action.from.map((from) => of.states[from][language]).join(language === 'zh' ? '、' : ', ');
  return {
    values: {
      actionZh: action.zh,
      actionEn: action.en,
      stateZh: now.zh,
      stateEn: now.en,
      fromZh: list('zh'),
      fromEn: list('en'),
    },
  };
}

/** States that no path from the initial ones reaches. Empty for a sound machine. */
export function unreachableStates<State extends string, Name extends string>(of: Machine<State, Name>): State[] {
  const reached = new Set<State>(of.initial);
  const actions = Object.values<Action<State>>(of.actions);
  for (let grew = true; grew;) {
    const before = reached.size;
    for (const { from, to } of actions) {
      if (to !== 'same' && (from.length === 0 || from.some((state) => reached.has(state))))
        to.forEach((state) => reached.add(state));
    }
    grew = reached.size > before;
  }
  return (Object.keys(of.states) as State[]).filter((state) => !reached.has(state));
}
