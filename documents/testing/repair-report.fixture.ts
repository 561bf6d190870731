import type { RepairReportView } from '#documents/repair-report/repair-report.view.ts';
import { sampleCustomer, sampleFrame, sampleVehicle, signed } from '#documents/testing/paper.fixture.ts';

const sample: RepairReportView = {
  frame: sampleFrame({}),
  customer: sampleCustomer,
  vehicle: sampleVehicle,
  arrivedAt: '2026-11-24T00:42:00.000Z',
  finishedAt: '2026-11-24T08:05:00.000Z',
  odometerOutKm: 45_223,
  advisor: { name: '林晓舟', phone: '400-800-5678' },
  complaint: '“踩刹车感觉比以前软，高速上方向盘会抖。”',
  findings: [{ system: '制动系统', finding: '前制动片 2.1 mm', cause: '正常磨损', proposal: '更换前制动片' }],
  jobs: [
    {
      name: '更换前制动片',
      workDone: '更换前制动片一套，清洁卡钳导向销并润滑，复紧力矩合格。',
      technicians: '贺子墨',
      flatRateHoursCenti: 100,
      workedMinutes: 67,
      checked: '自检、班组长检验、总检合格',
    },
  ],
  parts: [{ name: '前制动片组', qtyMilli: 1000, unit: '套', origin: 'oem' }],
  inspection: {
    inspector: signed('程建', '2026-11-24T08:05:00.000Z'),
    roadTestKm: 6,
    items: [{ name: '制动性能正常', result: '合格' }],
  },
  advice: ['新制动片磨合 200 km 内避免急刹。'],
  nextService: { date: '2027-05-24', odometerKm: 55_000 },
};

export const sampleRepairReport = (overrides: Partial<RepairReportView>): RepairReportView => ({
  ...sample,
  ...overrides,
});
