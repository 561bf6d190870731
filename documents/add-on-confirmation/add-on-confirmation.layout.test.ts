import { describe, expect, test } from 'vitest';
import { addOnConfirmationLayout } from '#documents/add-on-confirmation/add-on-confirmation.layout.ts';
import { sampleAddOn } from '#documents/testing/add-on-confirmation.fixture.ts';
import { contentTexts, pdfPages, valueOf } from '#documents/testing/paper-text.ts';

const layout = () => addOnConfirmationLayout(sampleAddOn({}));

describe('the add-on confirmation', () => {
  test('says what was found, what it risks and that it concerns safety (R135)', () => {
    const texts = contentTexts(layout());
    const at = texts.indexOf('右前下控制臂球头');
    expect(texts[at + 1]).toContain('球头松旷 1.2 mm');
    expect(texts[at + 2]).toContain('突然失去转向');
    expect(texts[at + 3]).toBe('是');
  });

  test('sets old and new total and promised time side by side (R173, R171)', () => {
    expect(valueOf(layout(), '原合计')).toBe('¥7,960.50');
    expect(valueOf(layout(), '本次增加')).toBe('¥4,033.00');
    expect(valueOf(layout(), '客户同意增加')).toBe('¥2,935.00');
    expect(valueOf(layout(), '新合计')).toBe('¥10,895.50   大写：壹万零捌佰玖拾伍元伍角整');
    expect(valueOf(layout(), '原约定交车')).toBe('2026-11-24 17:30');
    expect(valueOf(layout(), '新约定交车')).toBe('2026-11-25 11:00');
  });

  test('names version, channel, who answered and the record that it follows (R174)', () => {
    expect(valueOf(layout(), '委托版本')).toBe('第 2 版');
    expect(valueOf(layout(), '确认方式')).toBe('客户网页确认');
    expect(valueOf(layout(), '答复人')).toBe('周以宁（送修人）');
    expect(valueOf(layout(), '上版记录')).toBe(sampleAddOn({}).previousRecordHash);
  });

  test('stands open while nobody has been asked', () => {
    const open = addOnConfirmationLayout(sampleAddOn({ contact: null, acceptedExtraFen: null }));
    expect(valueOf(open, '确认方式')).toBe('尚未联系');
    expect(valueOf(open, '客户同意增加')).toBe('待客户决定');
  });

  test('prints the decision of every line', async () => {
    const text = (await pdfPages(layout())).join('');
    expect(text).toContain('蓄电池70AhEFB');
    expect(text).toContain('暂缓');
    expect(text).toContain('车间主管郑启明');
  });
});
