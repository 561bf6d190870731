import { describe, expect, test } from 'vitest';
import { receptionFormLayout } from '#documents/reception-form/reception-form.layout.ts';
import { sampleReceptionForm } from '#documents/testing/reception-form.fixture.ts';
import { contentTexts, pdfPages, valueOf } from '#documents/testing/paper-text.ts';

const layout = () => receptionFormLayout(sampleReceptionForm({}));

describe('the reception form', () => {
  test('records kit, damages and what is in custody (R070, R072, R073)', () => {
    const texts = contentTexts(layout());
    expect(valueOf(layout(), '三件套')).toBe('■ 座椅套   ■ 方向盘套   ■ 脚垫');
    expect(texts).toContain('1  左侧 划痕：左前门下部 12 cm 划痕，见底漆');
    expect(valueOf(layout(), '随车工具')).toContain('□ 三角警示牌');
    expect(valueOf(layout(), '车内物品')).toContain('儿童座椅 1 个');
  });

  test('keeps the customer’s own words and the interview (R074)', () => {
    expect(valueOf(layout(), '客户原话')).toContain('早上冷车起步的时候');
    expect(valueOf(layout(), '何时')).toBe('约两周前开始，每天早晨');
    expect(contentTexts(layout()).join('')).toContain('C类（需技师诊断）');
  });

  test('names the papers and keys taken (R078)', () => {
    expect(valueOf(layout(), '证件钥匙')).toBe('■ 行驶证   ■ 保养手册   钥匙 1 把');
  });

  test('says so when a car came undamaged and without an appointment', () => {
    const plain = receptionFormLayout(sampleReceptionForm({ damages: [], appointment: null }));
    expect(contentTexts(plain)).toContain('外观未见损伤');
    expect(valueOf(plain, '预约')).toBe('无预约');
  });

  test('is the customer’s copy and signed by both sides (R137)', async () => {
    const pages = await pdfPages(layout());
    expect(pages[0]).toContain('客户联');
    expect(pages.at(-1)).toContain('送修人签字周以宁');
    expect(pages.at(-1)).toContain('服务顾问林晓舟');
  });
});
