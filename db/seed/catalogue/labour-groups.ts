import { batteryDrives, engineDrives, type PowerType } from '#db/seed/catalogue/models.ts';
import type { RepairCategory, Trade } from '#db/seed/catalogue/trade.ts';

type Row = readonly [nameZh: string, nameEn: string, hoursCenti: number];
type LabourGroup = {
  readonly trade: Trade;
  readonly category: string;
  readonly repairCategory: RepairCategory;
  readonly prefix: string;
  readonly powerTypes?: readonly PowerType[];
  readonly rows: readonly Row[];
};

const mechanical = 'mechanical_electrical';

const maintenance: readonly LabourGroup[] = [
  {
    prefix: 'MA',
    trade: mechanical,
    category: 'engine_service',
    repairCategory: 'maintenance',
    powerTypes: engineDrives,
    rows: [
      ['更换机油及机油滤清器', 'Change engine oil and filter', 50],
      ['更换空气滤清器', 'Replace air filter', 20],
      ['更换燃油滤清器', 'Replace fuel filter', 60],
      ['更换火花塞', 'Replace spark plugs', 80],
      ['清洗节气门', 'Clean throttle body', 80],
      ['清洗喷油嘴', 'Clean injectors', 120],
      ['清洗进气道积碳', 'Clean intake carbon deposits', 200],
      ['更换变速箱油', 'Change transmission fluid', 150],
      ['更换发动机冷却液', 'Change engine coolant', 90],
      ['更换发电机皮带', 'Replace alternator belt', 80],
    ],
  },
  {
    prefix: 'MB',
    trade: mechanical,
    category: 'general_service',
    repairCategory: 'maintenance',
    rows: [
      ['首次保养检查', 'First service inspection', 60],
      ['常规保养检查(36 项)', 'Periodic inspection, 36 items', 80],
      ['更换空调滤清器', 'Replace cabin filter', 20],
      ['更换制动液', 'Change brake fluid', 80],
      ['空调系统清洗消毒', 'Clean and disinfect air conditioning', 60],
      ['轮胎换位', 'Rotate tyres', 50],
      ['更换雨刮片', 'Replace wiper blades', 20],
      ['底盘紧固检查', 'Check and tighten chassis', 60],
      ['制动系统保养', 'Service brakes', 100],
      ['夏季空调检测', 'Summer air-conditioning check', 40],
    ],
  },
];

const engine: readonly LabourGroup[] = [
  {
    prefix: 'EN',
    trade: mechanical,
    category: 'engine',
    repairCategory: 'minor',
    powerTypes: engineDrives,
    rows: [
      ['发动机故障诊断', 'Diagnose engine fault', 100],
      ['更换点火线圈', 'Replace ignition coil', 50],
      ['更换氧传感器', 'Replace oxygen sensor', 80],
      ['更换水泵', 'Replace water pump', 250],
      ['更换节温器', 'Replace thermostat', 150],
      ['更换燃油泵', 'Replace fuel pump', 150],
      ['更换气门室盖垫', 'Replace valve cover gasket', 180],
      ['更换油底壳密封', 'Reseal oil pan', 220],
      ['更换曲轴前油封', 'Replace front crankshaft seal', 300],
      ['更换发动机支架', 'Replace engine mount', 180],
      ['更换涡轮增压器', 'Replace turbocharger', 450],
      ['更换三元催化器', 'Replace catalytic converter', 200],
      ['更换散热器', 'Replace radiator', 280],
    ],
  },
  {
    prefix: 'EA',
    trade: mechanical,
    category: 'engine',
    repairCategory: 'assembly',
    powerTypes: engineDrives,
    rows: [
      ['发动机总成拆装', 'Remove and refit engine assembly', 1200],
      ['发动机大修', 'Overhaul engine', 2800],
      ['更换气缸垫', 'Replace cylinder head gasket', 900],
    ],
  },
  {
    prefix: 'TR',
    trade: mechanical,
    category: 'transmission',
    repairCategory: 'assembly',
    powerTypes: engineDrives,
    rows: [
      ['变速箱总成拆装', 'Remove and refit transmission', 850],
      ['更换离合器组件', 'Replace clutch set', 650],
      ['更换变速箱机电单元', 'Replace mechatronic unit', 500],
      ['变速箱大修', 'Overhaul transmission', 1800],
    ],
  },
];

const chassis: readonly LabourGroup[] = [
  {
    prefix: 'BR',
    trade: mechanical,
    category: 'brakes',
    repairCategory: 'minor',
    rows: [
      ['更换前制动片', 'Replace front brake pads', 80],
      ['更换后制动片', 'Replace rear brake pads', 100],
      ['更换前制动盘', 'Replace front brake discs', 130],
      ['更换后制动盘', 'Replace rear brake discs', 150],
      ['更换制动分泵', 'Replace brake caliper', 120],
      ['更换制动总泵', 'Replace brake master cylinder', 200],
      ['更换轮速传感器', 'Replace wheel speed sensor', 60],
    ],
  },
  {
    prefix: 'CH',
    trade: mechanical,
    category: 'chassis',
    repairCategory: 'minor',
    rows: [
      ['四轮定位', 'Four-wheel alignment', 100],
      ['单轮动平衡', 'Balance one wheel', 20],
      ['更换轮胎(单条)', 'Replace one tyre', 40],
      ['补胎', 'Repair puncture', 30],
      ['更换前减震器(单侧)', 'Replace front shock absorber, one side', 160],
      ['更换后减震器(单侧)', 'Replace rear shock absorber, one side', 100],
      ['更换下摆臂', 'Replace lower control arm', 130],
      ['更换稳定杆连杆', 'Replace stabiliser link', 50],
      ['更换前轮轴承', 'Replace front wheel bearing', 180],
      ['更换传动轴防尘套', 'Replace drive-shaft boot', 180],
      ['更换转向横拉杆', 'Replace tie rod', 100],
      ['更换转向机总成', 'Replace steering gear', 400],
    ],
  },
];

const electrical: readonly LabourGroup[] = [
  {
    prefix: 'EL',
    trade: mechanical,
    category: 'electrical',
    repairCategory: 'minor',
    rows: [
      ['电气系统故障诊断', 'Diagnose electrical fault', 100],
      ['更换蓄电池', 'Replace 12 V battery', 40],
      ['更换前大灯总成', 'Replace headlamp assembly', 120],
      ['更换灯泡', 'Replace bulb', 20],
      ['更换车窗升降器', 'Replace window regulator', 130],
      ['更换门锁电机', 'Replace door lock motor', 120],
      ['更换雨刮电机', 'Replace wiper motor', 100],
      ['匹配智能钥匙', 'Match smart key', 60],
      ['更换倒车影像摄像头', 'Replace reversing camera', 80],
      ['前视摄像头标定', 'Calibrate forward camera', 150],
      ['毫米波雷达标定', 'Calibrate radar', 150],
      ['控制单元软件升级', 'Update control-unit software', 80],
      ['加装行车记录仪', 'Fit dash camera', 100],
    ],
  },
  {
    prefix: 'ES',
    trade: mechanical,
    category: 'electrical',
    repairCategory: 'minor',
    powerTypes: engineDrives,
    rows: [
      ['更换发电机', 'Replace alternator', 180],
      ['更换起动机', 'Replace starter motor', 150],
    ],
  },
  {
    prefix: 'AC',
    trade: mechanical,
    category: 'air_conditioning',
    repairCategory: 'minor',
    rows: [
      ['空调检漏及加注制冷剂', 'Leak test and refill refrigerant', 120],
      ['更换空调压缩机', 'Replace compressor', 280],
      ['更换冷凝器', 'Replace condenser', 250],
      ['更换鼓风机', 'Replace blower', 120],
      ['更换蒸发箱', 'Replace evaporator', 600],
    ],
  },
];

const newEnergy: readonly LabourGroup[] = [
  {
    prefix: 'NM',
    trade: mechanical,
    category: 'new_energy',
    repairCategory: 'maintenance',
    powerTypes: batteryDrives,
    rows: [
      ['三电系统检测', 'Inspect battery, motor and controller', 80],
      ['高压绝缘检测', 'Test high-voltage insulation', 60],
      ['更换动力电池冷却液', 'Change battery coolant', 120],
      ['更换减速器油', 'Change reducer oil', 60],
      ['动力电池健康度检测', 'Measure battery state of health', 100],
    ],
  },
  {
    prefix: 'NR',
    trade: mechanical,
    category: 'new_energy',
    repairCategory: 'special',
    powerTypes: batteryDrives,
    rows: [
      ['高压断电与复电', 'High-voltage shutdown and restart', 40],
      ['更换车载充电机', 'Replace on-board charger', 250],
      ['更换直流变换器', 'Replace DC-DC converter', 180],
      ['更换充电口总成', 'Replace charging port', 150],
      ['更换高压线束', 'Replace high-voltage harness', 400],
      ['更换电池水泵', 'Replace battery coolant pump', 130],
      ['更换电加热器', 'Replace PTC heater', 150],
      ['动力电池均衡维护', 'Balance battery cells', 300],
    ],
  },
  {
    prefix: 'NA',
    trade: mechanical,
    category: 'new_energy',
    repairCategory: 'assembly',
    powerTypes: batteryDrives,
    rows: [
      ['动力电池总成拆装', 'Remove and refit traction battery', 450],
      ['更换驱动电机总成', 'Replace drive motor', 600],
      ['更换电机控制器', 'Replace motor controller', 350],
    ],
  },
];

const body: readonly LabourGroup[] = [
  {
    prefix: 'BD',
    trade: 'body',
    category: 'body',
    repairCategory: 'special',
    rows: [
      ['前保险杠拆装', 'Remove and refit front bumper', 120],
      ['后保险杠拆装', 'Remove and refit rear bumper', 100],
      ['前翼子板更换', 'Replace front wing', 200],
      ['前翼子板钣金修复', 'Beat out front wing', 250],
      ['车门钣金修复', 'Beat out door', 300],
      ['车门更换', 'Replace door', 350],
      ['后翼子板切割更换', 'Cut out and replace rear wing', 1000],
      ['发动机盖更换', 'Replace bonnet', 150],
      ['行李箱盖钣金修复', 'Beat out boot lid', 250],
      ['车身大梁校正', 'Straighten body frame', 1600],
      ['前风挡玻璃更换', 'Replace windscreen', 250],
      ['无痕凹陷修复', 'Paintless dent repair', 120],
    ],
  },
];

const paintAndCare: readonly LabourGroup[] = [
  {
    prefix: 'PT',
    trade: 'paint',
    category: 'paint',
    repairCategory: 'special',
    rows: [
      ['前保险杠喷漆', 'Paint front bumper', 250],
      ['后保险杠喷漆', 'Paint rear bumper', 250],
      ['前翼子板喷漆', 'Paint front wing', 220],
      ['车门喷漆(单扇)', 'Paint one door', 260],
      ['后翼子板喷漆', 'Paint rear wing', 280],
      ['发动机盖喷漆', 'Paint bonnet', 320],
      ['行李箱盖喷漆', 'Paint boot lid', 260],
      ['车顶喷漆', 'Paint roof', 380],
      ['后视镜壳喷漆', 'Paint mirror cover', 80],
      ['轮毂修复喷漆', 'Repair and paint wheel rim', 150],
    ],
  },
  {
    prefix: 'DT',
    trade: 'detailing',
    category: 'detailing',
    repairCategory: 'maintenance',
    rows: [
      ['外观清洗', 'Exterior wash', 30],
      ['内饰深度清洁', 'Deep interior cleaning', 200],
      ['漆面抛光打蜡', 'Polish and wax paint', 180],
    ],
  },
];

/** The flat-rate list by subject; the codes count within each. */
export const labourGroups: readonly LabourGroup[] = [
  ...maintenance,
  ...engine,
  ...chassis,
  ...electrical,
  ...newEnergy,
  ...body,
  ...paintAndCare,
];
