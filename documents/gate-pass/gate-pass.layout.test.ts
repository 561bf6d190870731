import { describe, expect, test } from 'vitest';
import { gatePassLayout } from '#documents/gate-pass/gate-pass.layout.ts';
import { sampleGatePass, temporaryLeave } from '#documents/testing/gate-pass.fixture.ts';
import { contentTexts, pdfPages, valueOf } from '#documents/testing/paper-text.ts';

describe('the gate pass', () => {
  test('shows plate, order, collector, approver, code and how long it is good for (R230)', () => {
    const layout = gatePassLayout(sampleGatePass({}));
    const texts = contentTexts(layout);
    for (const expected of ['正式出门（离店）', '鄂A·D12345', '7K4M-92QX', '有效期至 2026-11-25 18:00']) {
      expect(texts).toContain(expected);
    }
    expect(valueOf(layout, '工单号')).toBe('RO20261124-0017');
    expect(valueOf(layout, '提车人')).toBe('周以宁（送修人）');
    expect(valueOf(layout, '批准人')).toBe('许若彤');
    expect(texts.join('')).toContain('一证一车，一次有效');
  });

  test('carries the code for the guard’s scanner', () => {
    const layout = gatePassLayout(sampleGatePass({}));
    expect(JSON.stringify(layout.content)).toContain('"qr":"https://shop.example.com/g/7K4M92QX"');
  });

  test('shows that other payers do not hold the car (R240)', () => {
    const texts = contentTexts(gatePassLayout(sampleGatePass({})));
    const at = texts.indexOf('ST20261125-0010');
    expect(texts.slice(at, at + 4)).toEqual(['ST20261125-0010', '厂家（索赔）', '¥1,197.00', '不影响放行']);
  });

  test('of a temporary leave says why, with which mileage and until when, and holds the signed note of an unsafe car', () => {
    const layout = gatePassLayout(sampleGatePass({ leave: temporaryLeave }));
    expect(contentTexts(layout)).toContain('临时出门（须返回）');
    expect(valueOf(layout, '出门里程')).toBe('45,221 km');
    expect(valueOf(layout, '预计返回')).toBe('2026-11-25 17:00');
    expect(contentTexts(layout).join('')).toContain('我已知晓，短途慢行');
  });

  test('says across the page that it was used or voided', () => {
    const voided = gatePassLayout(sampleGatePass({ state: 'void' }));
    expect(contentTexts(voided).join('')).toContain('已作废');
    expect(voided.watermark).toMatchObject({ text: '已作废' });
    expect(gatePassLayout(sampleGatePass({ state: 'used' })).watermark).toMatchObject({ text: '已使用' });
    expect(gatePassLayout(sampleGatePass({})).watermark).toBeUndefined();
  });

  test('fits on one page, with room for the guard’s record', async () => {
    const pages = await pdfPages(gatePassLayout(sampleGatePass({ leave: temporaryLeave })));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('门卫记录');
  });

  test('tells when the gate opened with it, at how many kilometres and by whom (R241)', () => {
    const opening = { at: '2026-11-25T03:40:00.000Z', odometerKm: 45_230, guard: '张宏伟' };
    const layout = gatePassLayout(sampleGatePass({ state: 'used', opening }));
    expect(valueOf(layout, '出门时间')).toBe('2026-11-25 11:40');
    expect(valueOf(layout, '出门里程')).toBe('45,230 km');
    expect(valueOf(layout, '门卫')).toBe('张宏伟');
  });
});
