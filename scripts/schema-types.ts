import { join } from 'node:path';
import { withMigratedDatabase } from './migrated-database.ts';
import { projectRoot, runProgram, type ProgramResult } from './program.ts';

const schemaFile = join(projectRoot, 'db', 'generated', 'schema.ts');

/** As db/connect.ts reads them. */
const types = { int8: 'number', timestamptz: 'string', date: 'string', numeric: 'string', tstzrange: 'string' };

/** Writes the types of the migrated database, or with `verify` says whether the committed ones still equal it. */
export function generateSchemaTypes({ verify }: { verify: boolean }): Promise<ProgramResult> {
  return withMigratedDatabase(({ ownerUrl }) =>
    runProgram([
      'kysely-codegen',
      '--dialect=postgres',
      `--url=${ownerUrl}`,
      `--out-file=${schemaFile}`,
      '--include-pattern=public.*',
      `--type-mapping=${JSON.stringify(types)}`,
      '--log-level=error',
      verify ? '--verify' : '--no-verify',
    ]),
  );
}
