import { sampleCustomer, sampleFrame, sampleVehicle, signed } from '#documents/testing/paper.fixture.ts';
import type { GatePassView } from '#documents/gate-pass/gate-pass.view.ts';

const sample: GatePassView = {
  frame: sampleFrame({ paperNumber: 'GP20261125-0011', printedBy: '许若彤' }),
  code: '7K4M-92QX',
  qrText: 'https://shop.example.com/g/7K4M92QX',
  customerName: sampleCustomer.name,
  vehicleModel: `${sampleVehicle.model} · ${sampleVehicle.colour}`,
  collector: {
    name: '周以宁',
    phone: '138 **** 5678',
    relation: '送修人',
    proof: '提车一次性验证码已核对（2026-11-25 11:18）',
  },
  approver: '许若彤',
  issuedAt: '2026-11-25T03:15:00.000Z',
  validUntil: '2026-11-25T10:00:00.000Z',
  state: 'issued',
  opening: null,
  leave: {
    kind: 'final',
    statements: [
      { number: 'ST20261125-0009', payer: '客户', amountFen: 616250, standing: '已付清' },
      { number: 'ST20261125-0010', payer: '厂家（索赔）', amountFen: 119700, standing: '不影响放行' },
      { number: 'ST20261125-0011', payer: '保险（直赔）', amountFen: 60000, standing: '不影响放行' },
    ],
    keysAndPapersReturned: ['车钥匙 2 把', '行驶证', '保养手册', '旧件 2 种'],
  },
};

export function sampleGatePass(overrides: Partial<GatePassView>): GatePassView {
  return { ...sample, ...overrides };
}

export const temporaryLeave: GatePassView['leave'] = {
  kind: 'temporary',
  reason: '外加工：前保险杠喷漆送江城精致钣喷中心，完工后返回总检',
  expectedReturnAt: '2026-11-25T09:00:00.000Z',
  odometerKm: 45221,
  unsafeNote: {
    note: '后制动片接近极限，我已知晓，短途慢行，由我自己负责。',
    signature: signed('周以宁', '2026-11-25T03:14:00.000Z'),
  },
};
