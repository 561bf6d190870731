import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Credentials } from '#e2e/journey/people.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type ServerProcess = {
  readonly url: string;
  /** Of the demo store, as printed at the first start. */
  readonly demo: Credentials;
  /** Printed while a store has no administrator yet. */
  readonly firstRunToken: string | null;
  readonly process: ChildProcess;
  readonly startedInMs: number;
  /** Asks it to end and waits. */
  stop: () => Promise<void>;
};

export type StartOptions = {
  /** Of the project, `scripts/serve-plain.ts` by default. */
  readonly script?: string;
  readonly env: Readonly<Record<string, string>>;
};

/** Starts the server as a process of its own on a free port and waits until it listens. */
export async function startServerProcess({ script, env }: StartOptions): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [script ?? 'scripts/serve-plain.ts'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', REQUESTS_PER_MINUTE: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { url, text } = await listening(child);
  const startedInMs = Math.round(performance.now() - started);
  const firstRunToken = /^first-run token: (\S+)$/m.exec(text)?.[1] ?? null;
  return { url, demo: printedAccounts(text), firstRunToken, process: child, startedInMs, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function listening(child: ChildProcess): Promise<{ url: string; text: string }> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const url = /^listening on (\S+)$/m.exec(text)?.[1];
      if (url !== undefined) resolve({ url, text });
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened\n${text}`)));
  });
}

const accountsHead = /demo accounts, password: (\S+)\n/;

/** Usernames and password of the table that a first start prints; empty at a later start. */
function printedAccounts(text: string): Credentials {
  const head = accountsHead.exec(text);
  if (!head) return { usernames: [], password: '' };
  const rows = text.slice(head.index + head[0].length).split('\n');
  const usernames = rows.flatMap((row) => /^ {2}(\S+)/.exec(row)?.[1] ?? []);
  return { usernames, password: head[1] ?? '' };
}
