import { parseArgs } from 'node:util';
import { measureLifecycle } from '#bench/measure-lifecycle.ts';
import { lifecycleTable } from '#bench/lifecycle-report.ts';

/**
 * `npm run bench -- [--json] [--clients N] [--journeys N] lifecycle`: what the whole system does in a second, and beside it
 * what the bare database does with the same statements.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    clients: { type: 'string', default: '8' },
    journeys: { type: 'string', default: '6' },
    'warm-up': { type: 'string', default: '2' },
  },
});

const [subject = 'lifecycle'] = positionals;
if (subject !== 'lifecycle') {
  process.stderr.write(`no such measurement: ${subject}; there is lifecycle\n`);
  process.exit(1);
}

const report = await measureLifecycle({
  clients: Number(values.clients),
  journeysEach: Number(values.journeys),
  warmUpEach: Number(values['warm-up']),
});
(values.json ? process.stderr : process.stdout).write(`${lifecycleTable(report)}\n`);
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
