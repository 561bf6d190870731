export type PartUnit = '个' | '只' | '升' | '套' | '付' | '片' | '瓶' | '条' | '支' | '张';

/** Which kinds of origin a family is stocked in besides OEM. */
type AlsoAs = 'equivalent' | 'refurbished';

export type PartFamily = {
  readonly number: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unit: PartUnit;
  /** Base price in whole yuan, tax included. */
  readonly yuan: number;
  readonly category: string;
  readonly alsoAs?: AlsoAs;
};

type Row = readonly [nameZh: string, nameEn: string, unit: PartUnit, yuan: number, alsoAs?: AlsoAs];

const families = (category: string, first: number, rows: readonly Row[]): readonly PartFamily[] =>
  rows.map(([nameZh, nameEn, unit, yuan, alsoAs], index) => ({
    number: String(first + index),
    nameZh,
    nameEn,
    unit,
    yuan,
    category,
    ...(alsoAs && { alsoAs }),
  }));

/** Parts that differ from make to make. */
export const fittedFamilies: readonly PartFamily[] = [
  ...families('engine', 1001, [
    ['机油滤清器', 'oil filter', '个', 48, 'equivalent'],
    ['空气滤清器', 'air filter', '个', 98, 'equivalent'],
    ['燃油滤清器', 'fuel filter', '个', 168, 'equivalent'],
    ['火花塞', 'spark plug', '支', 88, 'equivalent'],
    ['点火线圈', 'ignition coil', '个', 320],
    ['发电机皮带', 'alternator belt', '条', 180, 'equivalent'],
    ['水泵', 'water pump', '个', 680],
    ['节温器', 'thermostat', '个', 360],
    ['气门室盖垫', 'valve cover gasket', '个', 130],
    ['氧传感器', 'oxygen sensor', '个', 560],
    ['发动机支架', 'engine mount', '个', 720],
    ['散热器', 'radiator', '个', 1280],
  ]),
  ...families('brakes', 2001, [
    ['前制动片', 'front brake pads', '付', 520, 'equivalent'],
    ['后制动片', 'rear brake pads', '付', 460, 'equivalent'],
    ['前制动盘', 'front brake disc', '片', 580, 'equivalent'],
    ['后制动盘', 'rear brake disc', '片', 520],
    ['制动分泵', 'brake caliper', '个', 980],
    ['轮速传感器', 'wheel speed sensor', '个', 260],
  ]),
  ...families('chassis', 3001, [
    ['前减震器', 'front shock absorber', '支', 880],
    ['后减震器', 'rear shock absorber', '支', 680],
    ['下摆臂', 'lower control arm', '支', 760],
    ['稳定杆连杆', 'stabiliser link', '支', 180],
    ['前轮轴承', 'front wheel bearing', '个', 420],
    ['转向横拉杆', 'tie rod', '支', 320],
    ['转向机总成', 'steering gear', '套', 3880, 'refurbished'],
  ]),
  ...families('electrical', 4001, [
    ['空调滤清器', 'cabin filter', '个', 88, 'equivalent'],
    ['雨刮片', 'wiper blades', '付', 168, 'equivalent'],
    ['前大灯总成', 'headlamp assembly', '只', 2680],
    ['后尾灯总成', 'rear lamp assembly', '只', 980],
    ['发电机', 'alternator', '个', 2280, 'refurbished'],
    ['起动机', 'starter motor', '个', 1480, 'refurbished'],
    ['空调压缩机', 'air-conditioning compressor', '个', 3280, 'refurbished'],
    ['冷凝器', 'condenser', '个', 980],
    ['车窗升降器', 'window regulator', '个', 460],
  ]),
  ...families('body', 5001, [
    ['前保险杠皮', 'front bumper cover', '个', 1180],
    ['后保险杠皮', 'rear bumper cover', '个', 1080],
    ['前翼子板', 'front wing', '片', 880],
    ['发动机盖', 'bonnet', '个', 1880],
    ['前门', 'front door', '个', 2380],
    ['后视镜总成', 'door mirror assembly', '只', 880],
  ]),
];

/** Parts and supplies that fit any car. */
export const universalFamilies: readonly PartFamily[] = [
  ...families('fluids', 8001, [
    ['全合成机油 0W-20', 'fully synthetic oil 0W-20', '升', 118],
    ['全合成机油 5W-30', 'fully synthetic oil 5W-30', '升', 98],
    ['全合成机油 5W-40', 'fully synthetic oil 5W-40', '升', 108],
    ['半合成机油 10W-40', 'semi-synthetic oil 10W-40', '升', 58],
    ['自动变速箱油', 'automatic transmission fluid', '升', 128],
    ['双离合变速箱油', 'dual-clutch transmission fluid', '升', 148],
    ['减速器油', 'reducer oil', '升', 118],
    ['制动液 DOT4', 'brake fluid DOT 4', '升', 88],
    ['发动机冷却液', 'engine coolant', '升', 38],
    ['动力电池低电导冷却液', 'low-conductivity battery coolant', '升', 68],
    ['制冷剂 R134a', 'refrigerant R134a', '瓶', 68],
    ['玻璃清洗液', 'screen wash', '瓶', 25],
    ['燃油系统清洗剂', 'fuel system cleaner', '瓶', 98],
    ['节气门清洗剂', 'throttle cleaner', '瓶', 58],
    ['空调清洗剂', 'air-conditioning cleaner', '瓶', 68],
    ['制动系统清洗剂', 'brake cleaner', '瓶', 45],
  ]),
  ...families('tyres_and_batteries', 8101, [
    ['轮胎 205/55 R16', 'tyre 205/55 R16', '条', 480],
    ['轮胎 215/55 R17', 'tyre 215/55 R17', '条', 680],
    ['轮胎 235/50 R18', 'tyre 235/50 R18', '条', 880],
    ['轮胎 245/45 R19', 'tyre 245/45 R19', '条', 1180],
    ['气门嘴', 'tyre valve', '个', 10],
    ['平衡块', 'balance weight', '个', 3],
    ['蓄电池 60Ah', '12 V battery 60 Ah', '个', 580],
    ['蓄电池 72Ah 启停', 'start-stop battery 72 Ah', '个', 980],
  ]),
  ...families('small_parts', 8201, [
    ['放油螺栓垫片', 'drain plug washer', '个', 8],
    ['大灯灯泡 H7', 'bulb H7', '个', 58],
    ['示宽灯灯泡', 'side-light bulb', '个', 12],
    ['保险丝', 'fuse', '个', 5],
    ['遥控器电池', 'remote key battery', '个', 20],
    ['塑料卡扣', 'plastic clip', '个', 4],
  ]),
  ...families('paint', 8301, [
    ['水性色漆', 'waterborne base coat', '升', 680],
    ['清漆', 'clear coat', '升', 320],
    ['中涂底漆', 'primer surfacer', '升', 260],
    ['原子灰', 'body filler', '升', 88],
    ['砂纸', 'abrasive paper', '张', 6],
  ]),
  ...families('new_energy', 8401, [
    ['车载充电机', 'on-board charger', '个', 4880],
    ['直流变换器', 'DC-DC converter', '个', 3280],
    ['充电口总成', 'charging port', '个', 1680],
    ['电池水泵', 'battery coolant pump', '个', 880],
    ['电加热器', 'PTC heater', '个', 1580],
    ['高压熔断器', 'high-voltage fuse', '个', 260],
    ['交流充电枪', 'AC charging cable', '套', 980],
  ]),
];
