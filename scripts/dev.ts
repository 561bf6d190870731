import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fail, serve } from './serve.ts';
import { projectRoot } from './program.ts';

/** The server with its answers checked, restarted by hand; the interface by Vite, which passes `/api` on to it. */
const server = await serve({ checkAnswers: true }, async () => void vite.kill()).catch(fail);
const vite = spawn(
  process.execPath,
  [join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js'), '--config', 'web/vite.config.ts'],
  {
    cwd: projectRoot,
    env: { ...process.env, API_URL: server.url },
    stdio: 'inherit',
  },
);
vite.once('exit', () => process.kill(process.pid, 'SIGTERM'));
