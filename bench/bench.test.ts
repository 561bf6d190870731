import { expect, test } from 'vitest';
import { lifecycleTable } from '#bench/lifecycle-report.ts';
import { measureLifecycle } from '#bench/measure-lifecycle.ts';
import { percentile } from '#bench/percentiles.ts';

test('one journey is measured beside the same statements through the bare driver, which leave the same rows', async () => {
  const report = await measureLifecycle({ clients: 1, journeysEach: 1, warmUpEach: 0 });
  expect(report.rowDifferences).toEqual([]);
  expect(report.statementsPerCommand).toBeGreaterThan(3);
  for (const figure of [report.journeysPerS, report.commandsPerS, report.replayJourneysPerS, report.ratio]) {
    expect(figure).toBeGreaterThan(0);
  }
  expect(report.commands['workshop.startWork']?.p99Ms).toBeGreaterThan(0);
  expect(lifecycleTable(report)).toContain('replay left the same rows');
}, 120_000);

test('a percentile is a value that was measured', () => {
  expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3);
  expect(percentile([5, 1, 3, 2, 4], 0.99)).toBe(5);
  expect(percentile([], 0.99)).toBe(0);
});
