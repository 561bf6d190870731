import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../program.ts';

export type CitedTest = { readonly file: string; readonly name: string; readonly requirements: readonly string[] };

const zones = ['domain', 'db', 'server', 'documents', 'web', 'bench', 'scripts', 'e2e'];
const table = String.raw`\.(?:each|for)(?:<[^(]*>)?\((?<table>\[(?:(?!\b(?:test|it)\b[.(])[\s\S])*?\])(?:\s+as\s+const)?,?\s*\)`;
const given = String.raw`\.(?:each|for)\([^)]*\)`;
const testCall = new RegExp(
  String.raw`\b(?:test|it)(?:${table}|${given})?\(\s*(?<quote>['"\`])(?<name>(?:\\.|(?!\k<quote>)[^\\])*)\k<quote>`,
  'gs',
);
const rowText = /'((?:\\.|[^'\\])*)'/gs;
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
    .flatMap(({ groups }) => namesOf(groups?.['name'] ?? '', groups?.['table'] ?? ''))
    .map((name) => ({ file, name, requirements: idsIn(name) }))
    .filter(({ requirements }) => requirements.length > 0);
}

/** The name of a test; of one made for each row of a table, with every row that itself cites a requirement. */
function namesOf(name: string, rows: string): string[] {
  const citing = [...rows.matchAll(rowText)].map(([, text = '']) => text).filter((text) => idsIn(text).length > 0);
  return citing.length === 0 ? [name] : citing.map((text) => name.replace('%s', text));
}
