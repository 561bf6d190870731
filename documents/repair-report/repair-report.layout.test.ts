import { describe, expect, test } from 'vitest';
import { repairReportLayout } from '#documents/repair-report/repair-report.layout.ts';
import { contentTexts, pdfPages, valueOf } from '#documents/testing/paper-text.ts';
import { sampleRepairReport } from '#documents/testing/repair-report.fixture.ts';

describe('the repair report', () => {
  test('says what was done with its hours, what was fitted and how it was inspected (R165, R246)', async () => {
    const text = (await pdfPages(repairReportLayout(sampleRepairReport({})))).join('');
    for (const fact of [
      '维修报告',
      '清洁卡钳导向销',
      '贺子墨',
      '1.00h',
      '1时7分',
      '前制动片组',
      '原厂件',
      '路试6km',
      '质检员程建',
    ])
      expect(text).toContain(fact);
  });

  test('keeps the customer’s words, the findings with their cause, and the next service', () => {
    const layout = repairReportLayout(sampleRepairReport({}));
    expect(valueOf(layout, '客户原话')).toContain('方向盘会抖');
    expect(contentTexts(layout)).toEqual(expect.arrayContaining(['前制动片 2.1 mm', '正常磨损', '2027-05-24']));
  });

  test('of a car that was not inspected yet carries no inspector’s signature', () => {
    expect(contentTexts(repairReportLayout(sampleRepairReport({ inspection: null }))).join('')).not.toContain('质检员');
  });
});
