import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import type { CheckItem, InspectionKind } from '#domain/quality/inspection.ts';
import type { Trade } from '#domain/staff/staff.ts';
import type { RepairCategory } from '#domain/store/catalogue.ts';

/** What was worked on: which trades, and which categories of repair. */
export type CheckScope = { readonly trades: readonly Trade[]; readonly categories: readonly RepairCategory[] };

type CheckPoint = Words & {
  readonly kinds: readonly InspectionKind[];
  /** Asked only where one of these trades worked. */
  readonly trades?: readonly Trade[];
  /** Asked only for these categories of repair. */
  readonly categories?: readonly RepairCategory[];
};

type Only = Pick<CheckPoint, 'trades' | 'categories'>;
type Named = readonly [zh: string, en: string];

const point = ([zh, en]: Named, kinds: readonly InspectionKind[], only: Only = {}): CheckPoint => ({
  ...words(zh, en),
  kinds,
  ...only,
});

const mechanical = { trades: ['mechanical_electrical'] } as const;
const body = { trades: ['body'] } as const;
const paint = { trades: ['paint'] } as const;

/** What the checks of a car ask, in the order of the walk (R169, R180–R185, R191–R194, R202–R207). */
const points = {
  suitable_tools: point(['使用合适的工具与备件', 'Suitable tools and parts used'], ['self_check']),
  job_done: point(
    ['委托项目均已按标准完成', 'Every ordered job done to standard'],
    ['self_check', 'leader_check', 'final_inspection', 'internal_check'],
  ),
  records_complete: point(
    ['作业与检验记录完整并签字', 'Records complete and signed'],
    ['leader_check', 'internal_check'],
  ),
  parts_match: point(['所换配件与领料一致', 'Parts fitted are those that were issued'], ['leader_check']),
  fault_gone: point(['故障现象已消除', 'The fault is gone'], ['leader_check', 'final_inspection', 'internal_check']),
  torque: point(['紧固件按规定力矩复紧', 'Fasteners at their torque'], ['self_check', 'leader_check'], mechanical),
  no_leaks: point(
    ['无漏油、漏水、漏气', 'No leak of oil, water or air'],
    ['self_check', 'final_inspection'],
    mechanical,
  ),
  fluid_levels: point(['油液液面正常', 'Fluid levels right'], ['self_check', 'final_inspection'], mechanical),
  fault_codes_cleared: point(
    ['故障码已清除且无新故障码', 'Fault codes cleared, none new'],
    ['self_check', 'final_inspection'],
    mechanical,
  ),
  brakes: point(['制动性能正常', 'Brakes work'], ['self_check', 'final_inspection'], mechanical),
  tyre_pressure: point(
    ['轮胎气压与外观正常', 'Tyre pressure and condition'],
    ['self_check', 'final_inspection'],
    mechanical,
  ),
  maintenance_points: point(
    ['定期保养检查项目逐项完成（制动、轮胎、悬架等）', 'Every point of the periodic service checked'],
    ['self_check'],
    { categories: ['maintenance'] },
  ),
  service_reset: point(['保养提示已复位', 'Service reminder reset'], ['self_check'], { categories: ['maintenance'] }),
  assembly_run: point(
    ['总成装配间隙与运转试验合格', 'Assembly clearances and test run good'],
    ['self_check', 'leader_check'],
    {
      categories: ['assembly'],
    },
  ),
  panel_gaps: point(
    ['车身缝隙均匀、开闭顺畅', 'Panel gaps even, doors close well'],
    ['self_check', 'final_inspection'],
    body,
  ),
  welds_sealed: point(['焊点、密封与防锈处理完成', 'Welds sealed and protected'], ['self_check', 'leader_check'], body),
  colour_match: point(['漆面颜色一致', 'Colour matches'], ['self_check', 'final_inspection'], paint),
  paint_surface: point(
    ['漆面无流挂、颗粒、橘皮', 'No runs, dust or orange peel'],
    ['self_check', 'leader_check'],
    paint,
  ),
  surfaces_clean: point(['清洁美容部位干净无残留', 'Treated surfaces clean'], ['self_check'], {
    trades: ['detailing'],
  }),
  lights: point(
    ['灯光、信号与仪表指示正常', 'Lights, signals and tell-tales right'],
    ['self_check', 'final_inspection'],
  ),
  appearance: point(['外观检查', 'Appearance'], ['final_inspection']),
  functions: point(['功能检查', 'Functions'], ['final_inspection']),
  road_test: point(['路试', 'Road test'], ['final_inspection']),
  no_new_damage: point(['无新增划伤、凹陷', 'No new scratch or dent'], ['self_check', 'final_inspection']),
  nothing_left: point(
    ['未遗留工具、抹布、螺栓螺母', 'No tool, rag, nut or bolt left behind'],
    ['self_check', 'final_inspection', 'internal_check'],
  ),
  washed_outside: point(
    ['外部洗净，漆面无划伤、无外力压陷', 'Washed outside, paint without scratch or dent'],
    ['wash_check'],
  ),
  cab_washed: point(['驾驶室洗净：烟灰缸、地毯、仪表', 'Cab cleaned: ashtray, carpet, dashboard'], ['wash_check']),
  boot_engine_bay: point(['后备箱、发动机舱洗净', 'Boot and engine bay cleaned'], ['wash_check']),
  belongings_safe: point(['车内物品妥善保护、放回原处', 'Belongings protected, back in their place'], ['wash_check']),
  deodorised: point(['内饰除臭，无异味', 'Interior deodorised'], ['wash_check']),
  old_parts: point(['旧件已确认', 'Old parts confirmed'], ['internal_check']),
  wash_no_damage: point(['洗车后漆面无划伤、无外力压陷', 'No scratch or dent from the wash'], ['internal_check']),
  cabin_cleaned: point(
    [
      '驾驶室、后备箱、发动机舱清洁，烟灰缸、地毯、仪表擦净，无异味',
      'Cabin, boot and engine bay clean, mats and dashboard wiped, no smell',
    ],
    ['internal_check'],
  ),
  made_ready: point(
    ['整备完成：座椅、后视镜、时钟与收音机恢复原位', 'Made ready: seats, mirrors, clock and radio as they were'],
    ['internal_check'],
  ),
  clean_inside_out: point(['车内外清洁，无灰尘油污', 'Clean inside and out, no dust or grease'], ['internal_check']),
} as const satisfies Record<string, CheckPoint>;

export type CheckItemKey = keyof typeof points;

/** Every point by its stored name. */
export const checkItems: Readonly<Record<CheckItemKey, CheckPoint>> = points;
const keys = Object.keys(points) as CheckItemKey[];

/** The car as a whole: the points that no trade or category limits. */
export const everything: CheckScope = { trades: [], categories: [] };

const asked = (point: CheckPoint, { trades, categories }: CheckScope): boolean =>
  (!point.trades || point.trades.some((trade) => trades.includes(trade))) &&
  (!point.categories || point.categories.some((category) => categories.includes(category)));

/** What a check of this kind asks; of what was worked on where a scope is given, else everything. */
export const itemsToCheck = (kind: InspectionKind, scope?: CheckScope): readonly CheckItemKey[] =>
  keys.filter((key) => checkItems[key].kinds.includes(kind) && (!scope || asked(checkItems[key], scope)));

type Checked = { readonly kind: InspectionKind; readonly items: readonly CheckItem[]; readonly scope: CheckScope };

/** Every point answered, and none of the answers a failure. Refusal `check_incomplete` names what is missing. */
export function checkAllGood({ kind, items, scope }: Checked): Refusal | null {
  const good = (key: string) => items.some(({ item, result }) => item === key && result !== 'fail');
  const open = itemsToCheck(kind, scope).filter((key) => !good(key));
  const failed = items.filter(({ result }) => result === 'fail').map(({ item }) => item);
  const missing = [...new Set<string>([...open, ...failed])];
  return missing.length === 0 ? null : refuseIncomplete(missing.map(itemName));
}

export const refuseIncomplete = (names: readonly string[]): Refusal =>
  refuse('check_incomplete', { field: 'items', values: { missing: names.join('、') } });

/** What a stored point is called; a free one is its own name. */
export const itemName = (item: string): string => (item in checkItems ? checkItems[item as CheckItemKey].zh : item);
