import { describe, expect, test } from 'vitest';
import { appointmentSlipLayout } from '#documents/appointment-slip/appointment-slip.layout.ts';
import { sampleAppointmentSlip } from '#documents/testing/appointment-slip.fixture.ts';
import { contentTexts, frameTexts, pdfPages, valueOf } from '#documents/testing/paper-text.ts';

describe('the appointment confirmation', () => {
  test('says when, for whom, with which cars and for what, who receives and where (R035)', async () => {
    const [page, ...more] = await pdfPages(appointmentSlipLayout(sampleAppointmentSlip()));
    expect(more).toEqual([]);
    for (const fact of [
      '预约确认单',
      'AP2611240007',
      '2026-11-2609:30–11:00',
      '已确认',
      '周以宁',
      '鄂AD12345',
      '途岳',
      '45000公里保养，检查前制动异响',
      '低速刹车时有吱吱声',
      '林晓舟',
      '机电2号工位',
      '1.50h',
      '¥980.00',
      '前刹车片有货2套',
    ]) {
      expect(page).toContain(fact);
    }
  });

  test('asks for the service booklet and says where to call to move the appointment', () => {
    const text = contentTexts(appointmentSlipLayout(sampleAppointmentSlip())).join('');
    expect(text).toContain('《保养手册》、行驶证和相关资料');
    expect(text).toContain('请提前致电 400-800-5678');
    const without = contentTexts(appointmentSlipLayout(sampleAppointmentSlip({ hotline: '' }))).join('');
    expect(without).toContain('请提前致电 027-8400 1234');
  });

  test('leaves to the visit what nobody promised', () => {
    const open = appointmentSlipLayout(sampleAppointmentSlip({ advisor: null, bay: null, presenterName: null }));
    expect(valueOf(open, '服务顾问')).toBe('到店安排');
    expect(valueOf(open, '预留工位')).toBe('到店安排');
    expect(valueOf(open, '送修人')).toBe(sampleAppointmentSlip().customerName);
  });

  test('of a cancelled or missed appointment says so across the page', () => {
    expect(appointmentSlipLayout(sampleAppointmentSlip()).watermark).toBeUndefined();
    expect(appointmentSlipLayout(sampleAppointmentSlip({ state: 'cancelled' })).watermark).toMatchObject({
      text: '已取消',
    });
    expect(appointmentSlipLayout(sampleAppointmentSlip({ state: 'no_show' })).watermark).toMatchObject({
      text: '未到店',
    });
  });

  test('has no order number, VIN or count of prints in its frame, as it belongs to no order yet', () => {
    const texts = frameTexts(appointmentSlipLayout(sampleAppointmentSlip())).join('|');
    expect(texts).toContain('预约确认单 客户联 No. AP2611240007');
    for (const absent of ['工单号', 'VIN', '次打印']) expect(texts).not.toContain(absent);
  });
});
