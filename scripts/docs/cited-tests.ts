import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../program.ts';

export type CitedTest = { readonly file: string; readonly name: string; readonly requirements: readonly string[] };

const zones = ['domain', 'db', 'server', 'documents', 'web', 'bench', 'scripts', 'e2e'];
const testCall = /\b(?:test|it)(?:\.(?:each|for)\([^)]*\))?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;
const requirementId = /\bR\d{3}\b/g;

/** The requirement IDs that a test name cites. */
export const idsIn = (name: string): string[] => [...new Set(name.match(requirementId) ?? [])];

/** Every test whose name cites a requirement, read from the sources, sorted by file and name. */
export async function citedTests(): Promise<CitedTest[]> {
  const files = (await Promise.all(zones.map(testFiles))).flat().toSorted();
  const found = await Promise.all(files.map(citedIn));
  return found.flat();
}

async function testFiles(zone: string): Promise<string[]> {
  const entries = await readdir(join(projectRoot, zone), { recursive: true }).catch(() => []);
  return entries.filter((entry) => /\.test\.tsx?$/.test(entry)).map((entry) => `${zone}/${entry}`);
}

async function citedIn(file: string): Promise<CitedTest[]> {
  const source = await readFile(join(projectRoot, file), 'utf8');
  return [...source.matchAll(testCall)]
    .map((match) => match[2] ?? '')
    .map((name) => ({ file, name, requirements: idsIn(name) }))
    .filter(({ requirements }) => requirements.length > 0);
}
