import { sampleFrame, sampleVehicle, signed, unsigned } from '#documents/testing/paper.fixture.ts';
import type { IssueSlipView } from '#documents/issue-slip/issue-slip.view.ts';

const sample: IssueSlipView = {
  frame: sampleFrame({ paperNumber: 'CK20261124-0031', copy: 'stub', printedBy: '马俊' }),
  kind: 'issue',
  vehicleModel: sampleVehicle.model,
  movedAt: '2026-11-24T03:20:00.000Z',
  storekeeper: '马俊',
  technician: '贺子墨',
  reason: null,
  lines: [
    {
      code: '5Q0698151',
      name: '前制动片组',
      bin: 'A-03-2',
      unit: '套',
      origin: 'oem',
      payer: 'customer',
      grantedMilli: 2000,
      movedMilli: 1000,
      unitCostFen: 32050,
      unitPriceFen: 48000,
    },
    {
      code: 'G052767S2',
      name: '机油 5W-40',
      bin: 'B-01-1',
      unit: 'L',
      origin: 'equivalent',
      payer: 'manufacturer',
      grantedMilli: 4500,
      movedMilli: 4500,
      unitCostFen: 4120,
      unitPriceFen: 8900,
    },
  ],
  technicianSignature: signed('贺子墨', '2026-11-24T03:20:00.000Z'),
  storekeeperSignature: unsigned('马俊'),
};

export const sampleIssueSlip = (overrides: Partial<IssueSlipView>): IssueSlipView => ({ ...sample, ...overrides });
