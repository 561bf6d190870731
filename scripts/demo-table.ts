import type { DemoAccounts } from '#server/main.ts';

/** The demo accounts as a short table for the terminal. */
export function demoTable({ accounts, password }: DemoAccounts): string {
  const width = Math.max(0, ...accounts.map(({ username }) => username.length)) + 2;
  const roleWidth = Math.max(0, ...accounts.map(({ role }) => role.length)) + 2;
  const lines = accounts.map(
    ({ username, role, name }) => `  ${username.padEnd(width)}${role.padEnd(roleWidth)}${name}`,
  );
  return [`演示账号 demo accounts, password: ${password}`, ...lines].join('\n');
}
