import { expect, test } from 'vitest';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { lineId, withLine } from '#domain/testing/with-lines.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { formStart } from '#web/visit/form-start.ts';

const begun = { kind: 'diagnosis', workState: 'working' } as const;
const at = { now: '2026-11-24T02:00:00.000Z', lineId: null };

/** What the form of a finding begins with on a visit with these lines. */
function startOf(lines: readonly Partial<ChargeLine>[], findings: readonly { lineId: string }[] = []) {
  const visit = lines.reduce<ReturnType<typeof buildVisit>>(withLine, buildVisit());
  return formStart('record_finding', { lines: visit.lines, findings, attachments: [] } as unknown as VisitView, at);
}

test('the only diagnosis that has no finding yet is what a finding is about (R093)', () => {
  expect(startOf([begun, {}])).toMatchObject({ kind: 'diagnosis', lineId: lineId(1) });
});

test.each([
  ['two diagnoses wait for theirs', [begun, begun], []],
  ['the diagnosis has not begun', [{ ...begun, workState: null }], []],
  ['the diagnosis was reported', [begun], [{ lineId: lineId(1) }]],
])('a finding is offered as an add-on where %s (R135)', (_, lines, findings) => {
  expect(startOf(lines, findings)).toMatchObject({ kind: 'add_on', lineId: null });
});
