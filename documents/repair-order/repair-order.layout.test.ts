import { describe, expect, test } from 'vitest';
import { repairOrderLayout } from '#documents/repair-order/repair-order.layout.ts';
import { manyLines } from '#documents/testing/charge-lines.fixture.ts';
import { unsigned } from '#documents/testing/paper.fixture.ts';
import { contentTexts, pdfPages, valueOf } from '#documents/testing/paper-text.ts';
import { sampleRepairOrder } from '#documents/testing/repair-order.fixture.ts';

const layout = () => repairOrderLayout(sampleRepairOrder({}));

describe('the printed repair order', () => {
  test('shows content, price and promised time together, for signing (R136, R139)', () => {
    const texts = contentTexts(layout());
    expect(valueOf(layout(), '约定交车')).toBe('2026-11-24 17:30');
    expect(valueOf(layout(), '含税合计')).toBe('¥8,847.50   大写：捌仟捌佰肆拾柒元伍角整');
    expect(valueOf(layout(), '客户同意')).toBe('¥7,960.50   大写：柒仟玖佰陆拾元伍角整');
    expect(valueOf(layout(), '委托版本')).toBe('第 1 版');
    expect(texts).toContain('托修方签字 周以宁（送修人）');
    expect(texts).toContain('2026-11-24 09:22');
  });

  test('gives each line its payer, tax rate, part origin and decision (R118, R300)', () => {
    const texts = contentTexts(layout());
    const at = texts.indexOf('【安全】后制动片组');
    expect(texts.slice(at, at + 9)).toEqual([
      '【安全】后制动片组',
      '8V0 698 451 D · 客户要求',
      '同质件',
      '1 套',
      '¥420.00',
      '客户',
      '13%',
      '¥420.00',
      '不同意',
    ]);
  });

  test('records payment method, old parts, wash and waiting (R130, R132, R133)', () => {
    expect(valueOf(layout(), '付款方式')).toBe('微信支付 / 对公转账');
    expect(valueOf(layout(), '旧件处理')).toContain('■ 客户收回');
    expect(valueOf(layout(), '免费洗车')).toBe('■ 是   □ 否');
    expect(valueOf(layout(), '在店等待')).toBe('□ 是   ■ 否');
  });

  test('leaves choices open that the customer has not made', () => {
    const open = repairOrderLayout(sampleRepairOrder({ wantsWash: null, oldParts: null, acceptedFen: null }));
    expect(valueOf(open, '免费洗车')).toBe('□ 是   □ 否');
    expect(valueOf(open, '旧件处理')).not.toContain('■');
    expect(valueOf(open, '客户同意')).toBe('待客户逐项决定');
  });

  test('says that nothing is added without consent, and that an unclear fault makes the estimate provisional (R135, R115)', () => {
    const texts = contentTexts(layout()).join('\n');
    expect(texts).toContain('未经本人同意不增加项目和费用');
    expect(texts).toContain('本估价为暂估');
    const clear = contentTexts(repairOrderLayout(sampleRepairOrder({ estimateIsProvisional: false })));
    expect(clear.join('\n')).not.toContain('本估价为暂估');
  });

  test('repeats the table head on every page of a long order and keeps the signatures on one page', async () => {
    const view = sampleRepairOrder({ lines: manyLines(60), customerSignature: unsigned('周以宁') });
    const pages = await pdfPages(repairOrderLayout(view));
    expect(pages.length).toBeGreaterThan(2);
    const withPartLines = pages.filter((page) => page.includes('机油滤清器'));
    expect(withPartLines.length).toBeGreaterThan(1);
    for (const page of withPartLines) expect(page).toContain('配件（编码/名称/说明）');
    const signing = pages.filter((page) => page.includes('托修方签字'));
    expect(signing).toHaveLength(1);
    expect(signing[0]).toContain('承修方盖章处');
    expect(signing[0]).toContain('本人已阅知');
    expect(signing[0]).toContain('客户选择');
  });

  test('prints the customer’s words and the terms to their end, however long they are', async () => {
    const { complaint, terms } = sampleRepairOrder({});
    const long = sampleRepairOrder({
      complaint: `${complaint.repeat(70)}原话完`,
      terms: [...Array.from({ length: 12 }, () => terms).flat(), '条款完'],
    });
    const text = (await pdfPages(repairOrderLayout(long))).join('');
    expect(text).toContain('原话完');
    expect(text).toContain('73.条款完');
  });
});
