import type { AppointmentSlipView } from '#documents/appointment-slip/appointment-slip.view.ts';
import { sampleCustomer, sampleFrame } from '#documents/testing/paper.fixture.ts';

const sample: AppointmentSlipView = {
  frame: sampleFrame({ paperNumber: 'AP2611240007', orderNumber: '', vin: '', printCount: 0 }),
  state: 'confirmed',
  customerName: sampleCustomer.name,
  phone: '027****4321',
  presenterName: '周以宁',
  cars: [
    { plate: '鄂AD12345', model: '帕萨特' },
    { plate: null, model: '途岳' },
  ],
  channel: '电话',
  startsAt: '2026-11-26T01:30:00.000Z',
  minutes: 90,
  advisor: '林晓舟',
  bay: '机电 2 号工位',
  requestedJobs: '45000 公里保养，检查前制动异响',
  customerWords: '低速刹车时有吱吱声',
  estimatedHoursCenti: 150,
  estimatedFen: 98_000,
  partsChecked: '前刹车片有货 2 套',
  confirmedAt: '2026-11-24T06:05:00.000Z',
  hotline: '400-800-5678',
};

export const sampleAppointmentSlip = (overrides: Partial<AppointmentSlipView> = {}): AppointmentSlipView => ({
  ...sample,
  ...overrides,
});
