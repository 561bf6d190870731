import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

export type ProgramResult = { ok: boolean; output: string };

export type ProgramOptions = { cwd?: string; env?: NodeJS.ProcessEnv; echo?: boolean };

/** Runs a program of `node_modules/.bin` (or `node`) with this Node first on the path, and answers what it said. */
export function runProgram(command: string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  const [program = '', ...args] = command;
  const path = [join(projectRoot, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? projectRoot,
      env: { ...process.env, ...options.env, PATH: path },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (text: string) => {
      output += text;
      if (options.echo) process.stdout.write(text);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}
