import type { Context } from '#domain/kernel/decision.ts';
import { staffRoleNames, type Actor, type StaffRole } from '#domain/kernel/role.ts';
import { defaultSettings, type StoreSettings } from '#domain/store/settings.ts';

/** The moment at which tests of rules act: a Tuesday, 10:00 in the shop. */
export const testNow = '2026-11-24T02:00:00.000Z';

/** The same id for the same number. */
export const testId = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const testStoreId = testId(1);

/** The one person who holds a role in tests of rules. */
export const staffOf = (role: StaffRole): string => testId(0x1_00 + staffRoleNames.indexOf(role));

/** Staff holding the roles, named by the first of them. */
export function actorOf(role: StaffRole, ...more: readonly StaffRole[]): Actor {
  return { kind: 'staff', storeId: testStoreId, staffId: staffOf(role), roles: [role, ...more] };
}

let made = 0;
const newId = (): string => testId(0xf_00_00_00 + (made += 1));

/** A text's mark of 64 hexadecimal digits: the same for the same text, and hardly ever for another. */
export function testHash(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (const sign of text) state = BigInt.asUintN(64, (state ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return state.toString(16).padStart(16, '0').repeat(4);
}

type Given<Facts> = {
  readonly facts: Facts;
  readonly now: string;
  readonly settings: Partial<StoreSettings>;
};

/** What a rule is told: who acts (a role or an actor), now, new ids, settings, facts. */
export function testContext<Facts = undefined>(
  by: StaffRole | Actor,
  { facts, now = testNow, settings }: Partial<Given<Facts>> = {},
): Context<Facts> {
  return {
    actor: typeof by === 'string' ? actorOf(by) : by,
    now,
    newId,
    sha256: testHash,
    settings: { ...defaultSettings, ...settings },
    facts: facts as Facts,
  };
}
