import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './program.ts';

const zones = ['domain', 'db', 'server', 'documents', 'web', 'bench', 'e2e', 'scripts'];

/** The zones that hold TypeScript. Tools are given these by name, never the whole tree. */
export async function presentZones(): Promise<string[]> {
  const present = await Promise.all(zones.map(async (zone) => ((await holdsTypeScript(zone)) ? [zone] : [])));
  return present.flat();
}

async function holdsTypeScript(zone: string): Promise<boolean> {
  const files = await readdir(join(projectRoot, zone), { recursive: true }).catch(() => []);
  return files.some((file) => /\.tsx?$/.test(file));
}
