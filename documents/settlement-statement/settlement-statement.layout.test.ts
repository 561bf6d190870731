import { describe, expect, test } from 'vitest';
import { settlementStatementLayout } from '#documents/settlement-statement/settlement-statement.layout.ts';
import { sampleStatement } from '#documents/testing/settlement-statement.fixture.ts';
import { contentTexts, pdfPages, valueOf } from '#documents/testing/paper-text.ts';

const layout = () => settlementStatementLayout(sampleStatement({}));

describe('the settlement statement', () => {
  test('itemises labour, parts with origin and other fees for its payer (R238, R243)', () => {
    const texts = contentTexts(layout());
    expect(valueOf(layout(), '付费方')).toBe('客户 武汉长江之星国际物流股份有限公司光谷分公司');
    expect(texts).toContain('维修与诊断项目 Labour');
    expect(texts).toContain('配件 Parts');
    expect(texts).toContain('其他费用 Other');
    expect(texts).toContain('修复件');
    expect(texts).toContain('客户自备');
  });

  test('states totals with tax, deposit, payment and what is due in figures and capitals (R230)', () => {
    expect(valueOf(layout(), '其中税额')).toBe('¥696.60');
    expect(valueOf(layout(), '含税合计')).toContain('大写：陆仟壹佰陆拾贰元伍角整');
    expect(valueOf(layout(), '预付定金')).toContain('¥2,000.00   微信支付');
    expect(valueOf(layout(), '本次应付')).toContain('¥1,162.50');
    expect(valueOf(layout(), '其他付费')).toContain('厂家 ¥1,197.00（另单结算）');
  });

  test('records recommendations that were not done (R231)', () => {
    const texts = contentTexts(layout());
    const at = texts.indexOf('空调系统清洗消毒');
    expect(texts.slice(at + 1, at + 4)).toEqual(['蒸发箱有霉味，影响车内空气', '否', '暂缓']);
  });

  test('shows a refused safety item with its consequence, the customer’s own note and signature (R232)', () => {
    const texts = contentTexts(layout()).join('\n');
    expect(texts).toContain('安全项目拒修声明');
    expect(texts).toContain('不修的严重后果：制动片磨尽');
    expect(texts).toContain('“已知晓后制动片快磨完，我下个月再来换，这期间由我自己负责。”');
    expect(texts).toContain('2026-11-25 11:10');
  });

  test('writes down next service by date and mileage, and the preferred call time (R235, R237)', () => {
    expect(valueOf(layout(), '下次保养')).toBe('2027-05-24');
    expect(valueOf(layout(), '下次里程')).toBe('55,000 km');
    expect(valueOf(layout(), '方便接听')).toContain('工作日 19:00–20:30');
  });

  test('states the guarantee and what became of each old part (R245, R205, R213)', () => {
    const texts = contentTexts(layout());
    const scope = texts.indexOf('一级维护、小修、专项修理（法定最低）');
    expect(texts.slice(scope + 1, scope + 3)).toEqual(['10 天', '2,000 km']);
    expect(valueOf(layout(), '涡轮增压器冷却液进水管')).toBe('1 件');
    expect(texts).toContain('■ 索赔返厂');
    const none = settlementStatementLayout(sampleStatement({ oldParts: [] }));
    expect(valueOf(none, '旧件处理')).toBe('■ 无旧件');
  });

  test('has places for cashier, inspector and customer to sign (R239)', async () => {
    const pages = await pdfPages(layout());
    const last = pages.at(-1);
    for (const place of ['结算员许若彤', '质检员何其正', '客户签字周以宁', '承修方盖章处'])
      expect(last).toContain(place);
  });

  test('leaves out sections that have nothing to say', () => {
    const texts = contentTexts(
      settlementStatementLayout(sampleStatement({ notDone: [], cautions: [], remarks: null })),
    );
    expect(texts).not.toContain('建议但未做项目 Recommended, not done');
    expect(texts).not.toContain('备注');
  });
});
