import { sampleCustomer, sampleFrame, sampleVehicle, signed, unsigned } from '#documents/testing/paper.fixture.ts';
import { labour, part } from '#documents/testing/charge-lines.fixture.ts';
import type { AddOnConfirmationView } from '#documents/add-on-confirmation/add-on-confirmation.view.ts';

const sample: AddOnConfirmationView = {
  frame: sampleFrame({ paperNumber: 'RO20261124-0017-V2' }),
  versionNumber: 2,
  customer: sampleCustomer,
  vehicle: sampleVehicle,
  advisor: { name: '林晓舟', phone: '139 7100 0001' },
  foundBy: '技师 吴子谦',
  foundAt: '2026-11-24T03:12:00.000Z',
  findings: [
    {
      position: '右前下控制臂球头',
      found: '拆检制动盘时发现球头防尘套破裂，润滑脂流失，球头松旷 1.2 mm（标准不大于 0.5 mm）。',
      risk: '球头可能脱出，行驶中突然失去转向，有翻车、伤亡的严重危险；不建议继续行驶。',
      isSafety: true,
      photoCount: 4,
    },
    {
      position: '附件皮带张紧轮',
      found: '冷车异响来源：张紧轮轴承干涩，径向跳动 0.8 mm，皮带背面有龟裂。',
      risk: '轴承卡死会使皮带断裂，发电机与水泵停转，发动机过热。',
      isSafety: false,
      photoCount: 3,
    },
    {
      position: '蓄电池',
      found: '静态电压 12.1 V，冷启动电流 62%。',
      risk: '冬季可能无法启动。',
      isSafety: false,
      photoCount: 1,
    },
  ],
  lines: [
    labour('C4102', '更换右前下控制臂并做四轮定位', {
      source: 'technician_recommendation',
      isSafety: true,
      necessity: '球头松旷超限',
      amountFen: 46800,
      measure: { of: 'hours', hoursCenti: 260, rateFen: 18000 },
    }),
    labour('E1305', '更换附件皮带与张紧轮', { source: 'technician_recommendation', necessity: '消除冷车异响' }),
    part('5Q0 407 152 N', '右前下控制臂（含球头）', {
      isSafety: true,
      amountFen: 118000,
      measure: { of: 'quantity', qtyMilli: 1000, unit: '件', priceFen: 118000 },
    }),
    part('06K 903 137 T', '附件皮带', {
      amountFen: 32600,
      measure: { of: 'quantity', qtyMilli: 1000, unit: '根', priceFen: 32600 },
    }),
    part('06K 903 133 J', '皮带张紧轮总成', {
      amountFen: 74500,
      origin: 'equivalent',
      measure: { of: 'quantity', qtyMilli: 1000, unit: '件', priceFen: 74500 },
    }),
    part('000 915 105 DG', '蓄电池 70 Ah EFB', {
      decision: 'deferred',
      amountFen: 109800,
      measure: { of: 'quantity', qtyMilli: 1000, unit: '块', priceFen: 109800 },
    }),
  ],
  previousTotalFen: 796050,
  extraFen: 403300,
  acceptedExtraFen: 293500,
  newTotalFen: 1089550,
  previousPromisedAt: '2026-11-24T09:30:00.000Z',
  newPromisedAt: '2026-11-25T03:00:00.000Z',
  delayReason: '下控制臂从区域配件中心调货，2026-11-25 09:00 到店；到货后约 2 小时完成并做四轮定位。',
  contact: { channel: 'customer_page', by: '林晓舟', person: '周以宁（送修人）', at: '2026-11-24T03:31:00.000Z' },
  previousRecordHash: 'c07be6d9155fa29483d0e4b7719c6a52ef38d04b96a1c75d20e8f3b641d7a90c',
  customerSignature: { ...signed('周以宁', '2026-11-24T03:38:00.000Z'), channel: 'customer_page' },
  advisorSignature: signed('林晓舟', '2026-11-24T03:30:00.000Z'),
  technicianSignature: signed('吴子谦', '2026-11-24T03:15:00.000Z'),
  supervisorSignature: unsigned('郑启明'),
};

export function sampleAddOn(overrides: Partial<AddOnConfirmationView>): AddOnConfirmationView {
  return { ...sample, ...overrides };
}
