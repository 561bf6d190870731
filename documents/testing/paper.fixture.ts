import type { CustomerView, PaperFrame, SignatureStrokes, SignatureView, VehicleView } from '#documents/paper.view.ts';

export const chainHash = '9f2c4be1a07d5583c6e4d19b20f7a8835e61cc04b7fd92a1483e5d760bc3f218';
export const contentHash = '41d0a6c9be72f3581940ebc7d2a65f0837be914c60dfa25e7718b3f04c9ad6e5';

/** A frame of the sample dealership; parts of it may be overridden. */
export function sampleFrame(overrides: Partial<PaperFrame>): PaperFrame {
  return {
    shop: {
      name: '江城众合汽车销售服务有限公司',
      address: '湖北省武汉市经济技术开发区东风大道 888 号汽车文化园 A 区 12 号',
      phone: '027-8400 1234（24 小时救援 400-800-5678）',
    },
    paperNumber: 'RO20261124-0017-V1',
    orderNumber: 'RO20261124-0017',
    plateNumber: '鄂A·D12345',
    vin: 'LSVAL41Z882104202',
    copy: 'customer',
    isDraft: false,
    chainHead: { sequence: 17, hash: chainHash, contentHash },
    printedBy: '林晓舟',
    printedAt: '2026-11-24T06:05:00.000Z',
    printCount: 1,
    ...overrides,
  };
}

function loop(centre: number, size: number, turns: number): Array<{ x: number; y: number }> {
  return Array.from({ length: 26 }, (_, step) => {
    const angle = (step / 25) * Math.PI * 2 * turns;
    return { x: centre + Math.sin(angle) * size * 0.6 + step * 0.004, y: 0.2 + Math.cos(angle * 1.3) * size };
  });
}

/** Four strokes and a dot, as a pen would leave them. */
const handwriting: SignatureStrokes = [
  loop(0.15, 0.12, 1.2),
  [
    { x: 0.3, y: 0.08 },
    { x: 0.34, y: 0.2 },
    { x: 0.36, y: 0.34 },
  ],
  loop(0.48, 0.1, 1.6),
  [
    { x: 0.66, y: 0.12 },
    { x: 0.78, y: 0.1 },
    { x: 0.9, y: 0.14 },
    { x: 0.7, y: 0.3 },
    { x: 0.94, y: 0.32 },
  ],
  [{ x: 0.84, y: 0.06 }],
];

export function signed(name: string, signedAt: string): SignatureView {
  return { name, signedAt, strokes: handwriting, channel: 'screen' };
}

export function unsigned(name: string): SignatureView {
  return { name, signedAt: null, strokes: null, channel: null };
}

export const sampleCustomer: CustomerView = {
  kind: 'company',
  name: '武汉长江之星国际物流股份有限公司光谷分公司',
  phone: '027-8765 4321',
  address: '湖北省武汉市东湖新技术开发区光谷大道 77 号金融港 B6 栋 1203 室',
  taxNumber: '91420100MA4KXXXX8R',
  presenter: { name: '周以宁', phone: '138 0000 5678' },
};

export const sampleVehicle: VehicleView = {
  model: '大众 帕萨特 2.0T 380TSI 尊贵版 2024 款',
  engineNumber: 'DKV A12345',
  colour: '极地白',
  power: 'petrol',
  odometerKm: 45210,
  fuelQuarters: 2,
  batteryPercent: null,
};
