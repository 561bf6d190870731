import { describe, expect, test } from 'vitest';
import { issueSlipLayout } from '#documents/issue-slip/issue-slip.layout.ts';
import { sampleIssueSlip } from '#documents/testing/issue-slip.fixture.ts';
import { contentTexts, pdfPages, valueOf } from '#documents/testing/paper-text.ts';

describe('the issue slip', () => {
  test('names order, car, technician and clerk, and each part with bin, agreed and issued quantity (R159)', () => {
    const layout = issueSlipLayout(sampleIssueSlip({}));
    expect(valueOf(layout, '工单号')).toBe('RO20261124-0017');
    expect(valueOf(layout, '领料技师')).toBe('贺子墨');
    expect(valueOf(layout, '配件员')).toBe('马俊');
    const texts = contentTexts(layout);
    const at = texts.indexOf('A-03-2');
    expect(texts.slice(at, at + 8)).toEqual([
      'A-03-2',
      '前制动片组',
      '5Q0698151 · 原厂件',
      '2 套',
      '1 套',
      '¥320.50',
      '¥480.00',
      '客户',
    ]);
  });

  test('adds up what the parts cost, rounded line by line', () => {
    expect(contentTexts(issueSlipLayout(sampleIssueSlip({})))).toContain('成本合计 ¥505.90');
  });

  test('carries the technician’s handwriting with its time on one page that can be read back', async () => {
    const pages = await pdfPages(issueSlipLayout(sampleIssueSlip({})));
    expect(pages).toHaveLength(1);
    for (const fact of ['配件出库单', 'CK20261124-0031', '技师贺子墨', '2026-11-2411:20', '凭任务委托书领用'])
      expect(pages[0]).toContain(fact);
  });

  test('of many parts flows over pages, none of them lost, and is signed at its end', async () => {
    const [line] = sampleIssueSlip({}).lines;
    const lines = Array.from(
      { length: 60 },
      (_, index) => ({ ...line, bin: `Z-${index}` }) as NonNullable<typeof line>,
    );
    const pages = await pdfPages(issueSlipLayout(sampleIssueSlip({ lines })));
    expect(pages.length).toBeGreaterThan(1);
    for (const { bin } of lines) expect(pages.join('')).toContain(bin);
    expect(pages.at(-1)).toContain('技师贺子墨');
  });

  test('of parts that came back says so, and why', () => {
    const layout = issueSlipLayout(sampleIssueSlip({ kind: 'return', reason: '型号不符' }));
    expect(contentTexts(layout)).toContain('本次退料');
    expect(valueOf(layout, '原因')).toBe('型号不符');
  });
});
