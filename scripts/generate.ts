import { writePages } from './docs/pages.ts';
import { generateSchemaTypes } from './schema-types.ts';

const schema = await generateSchemaTypes({ verify: false });
process.stdout.write(schema.ok ? 'db/generated/schema.ts\n' : schema.output);
if (!schema.ok) process.exitCode = 1;
process.stdout.write(`${(await writePages()).join('\n')}\n`);
