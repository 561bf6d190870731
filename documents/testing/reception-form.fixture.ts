import { sampleCustomer, sampleFrame, sampleVehicle, signed } from '#documents/testing/paper.fixture.ts';
import type { ReceptionFormView } from '#documents/reception-form/reception-form.view.ts';

const sample: ReceptionFormView = {
  frame: sampleFrame({ paperNumber: 'RC20261124-0017' }),
  arrivedAt: '2026-11-24T00:42:00.000Z',
  appointment: { number: 'AP20261123-0042', time: '2026-11-24T00:45:00.000Z' },
  advisor: { name: '林晓舟', phone: '139 7100 0001' },
  customer: sampleCustomer,
  vehicle: sampleVehicle,
  protectiveKit: { seatCover: true, steeringCover: true, floorMat: true },
  damages: [
    { side: 'left', x: 0.36, y: 0.6, kind: 'scratch', note: '左前门下部 12 cm 划痕，见底漆' },
    { side: 'left', x: 0.81, y: 0.78, kind: 'scratch', note: '左前轮毂刮伤' },
    { side: 'front', x: 0.75, y: 0.8, kind: 'crack', note: '前保险杠右下角裂纹 5 cm' },
    { side: 'rear', x: 0.5, y: 0.7, kind: 'dent', note: '后备箱盖中部轻微凹陷，直径 3 cm' },
    { side: 'roof', x: 0.15, y: 0.5, kind: 'paint_loss', note: '引擎盖前沿石子崩伤 6 处' },
    { side: 'right', x: 0.5, y: 0.35, kind: 'missing', note: '右侧车窗饰条缺失' },
  ],
  checks: [
    { item: '轮胎 / 轮毂', isOk: false, note: '右前胎花纹 2.8 mm，左前轮毂刮伤；胎压 2.3 / 2.3 / 2.4 / 2.4 bar' },
    { item: '玻璃', isOk: true, note: '' },
    { item: '灯光', isOk: true, note: '' },
    { item: '后视镜', isOk: true, note: '' },
    { item: '内饰', isOk: false, note: '驾驶席座椅外侧皮面磨损' },
    { item: '仪表', isOk: false, note: '制动片磨损警告灯亮' },
  ],
  warningLights: ['制动片磨损', '胎压'],
  tools: [
    { item: '备胎', isPresent: true },
    { item: '千斤顶', isPresent: true },
    { item: '轮胎扳手', isPresent: true },
    { item: '三角警示牌', isPresent: false },
    { item: '反光背心', isPresent: true },
    { item: '脚垫', isPresent: true },
  ],
  belongings: ['儿童座椅 1 个', '雨伞 2 把', '后备箱高尔夫球包 1 套（不移动）', '行车记录仪'],
  valuablesReminderGiven: true,
  papers: { vehicleLicence: true, serviceBooklet: true, keyCount: 1 },
  photoCount: 18,
  customerWords:
    '“早上冷车起步的时候，发动机舱里面有‘吱吱’的响声，开个十来分钟就没有了；踩刹车感觉比以前软，高速上 110 km/h 左右方向盘会抖。”',
  interview: [
    { question: '何时', answer: '约两周前开始，每天早晨' },
    { question: '何处', answer: '发动机舱前部偏右' },
    { question: '车速', answer: '起步怠速；抖动在 110 km/h' },
    { question: '天气', answer: '低于 10 ℃、雨后更明显' },
    { question: '路况', answer: '平路、高速' },
    { question: '冷热车', answer: '冷车，热车后消失' },
    { question: '频率', answer: '每天' },
    { question: '上次维修', answer: '2026-05 本店，3.5 万公里保养' },
  ],
  interviewClass: 'C',
  preliminaryJudgement: '附件皮带轮系异响，须拆检确认；前制动片到限。',
  warrantyHint: '包修期内（首次开票 2024-08-02）；异响是否属质量担保待诊断后告知，制动片为易损件不在担保范围。',
  suggestedJobs: ['4.5 万公里保养', '更换前制动片与制动盘', '发动机异响诊断', '四轮动平衡'],
  wishes: { oldParts: 'take_away', wash: true, waitsInShop: false, joinsRoadTest: true },
  customerSignature: signed('周以宁', '2026-11-24T00:58:00.000Z'),
  advisorSignature: signed('林晓舟', '2026-11-24T00:57:00.000Z'),
};

export function sampleReceptionForm(overrides: Partial<ReceptionFormView>): ReceptionFormView {
  return { ...sample, ...overrides };
}
