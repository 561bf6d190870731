import { generateSchemaTypes } from './schema-types.ts';

const schema = await generateSchemaTypes({ verify: false });
process.stdout.write(schema.ok ? 'db/generated/schema.ts\n' : schema.output);
if (!schema.ok) process.exitCode = 1;
