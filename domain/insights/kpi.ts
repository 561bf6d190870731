import { daysBetween, type ShopDay } from '#domain/kernel/calendar.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { words, type Words } from '#domain/kernel/words.ts';

export const kpiUnits = ['count', 'fen', 'fen_each', 'percent'] as const;
export type KpiUnit = (typeof kpiUnits)[number];

type Definition = { readonly name: Words; readonly formula: Words; readonly unit: KpiUnit };

const define = (unit: KpiUnit, name: Words, formula: Words): Definition => ({ unit, name, formula });

/** The figures of the trade, as they are published inside the shop. Revenue includes tax. */
export const kpis = {
  visits_in: define(
    'count',
    words('进厂台次', 'Visits in'),
    words('期内到店的工单数', 'Orders whose car arrived in the period'),
  ),
  visits_out: define(
    'count',
    words('出厂台次', 'Visits out'),
    words('期内交车的工单数', 'Orders delivered in the period'),
  ),
  labour_revenue: define(
    'fen',
    words('工时收入', 'Labour revenue'),
    words('交车工单结算的工时与诊断（含税）', 'Labour and diagnosis settled on delivered orders, with tax'),
  ),
  parts_revenue: define(
    'fen',
    words('配件收入', 'Parts revenue'),
    words('交车工单结算的配件（含税）', 'Parts settled on delivered orders, with tax'),
  ),
  average_per_visit: define(
    'fen_each',
    words('单车产值', 'Average per visit'),
    words('维修产值 ÷ 出厂台次', 'Revenue ÷ visits out'),
  ),
  appointment_rate: define(
    'percent',
    words('预约率', 'Appointment rate'),
    words('预约到店台次 ÷ 进厂台次', 'Visits by appointment ÷ visits in'),
  ),
  show_up_rate: define(
    'percent',
    words('预约到店率', 'Show-up rate'),
    words('已到店预约 ÷ 到期预约', 'Arrived ÷ due appointments'),
  ),
  appointment_prompt: define(
    'percent',
    words('预约车及时开工率', 'Prompt start by appointment'),
    words(
      '到店 60 分钟内开工的预约工单 ÷ 已开工的预约工单',
      'Begun within 60 minutes of arrival ÷ begun, by appointment',
    ),
  ),
  walk_in_prompt: define(
    'percent',
    words('非预约车及时开工率', 'Prompt start without appointment'),
    words(
      '到店 60 分钟内开工的非预约工单 ÷ 已开工的非预约工单',
      'Begun within 60 minutes of arrival ÷ begun, without appointment',
    ),
  ),
  on_time_delivery: define(
    'percent',
    words('准时交车率', 'On-time delivery'),
    words(
      '不晚于首次承诺时间完工的工单 ÷ 有承诺的交车工单',
      'Ready by the first promise ÷ delivered orders with a promise',
    ),
  ),
  first_pass: define(
    'percent',
    words('一次检验合格率', 'First-pass inspection'),
    words('首次总检合格 ÷ 总检工单', 'First final inspection passed ÷ orders inspected'),
  ),
  safety_done: define(
    'percent',
    words('安全项目处理率', 'Safety jobs done'),
    words(
      '客户同意并完成的安全项目 ÷ 报出的安全项目',
      'Safety jobs accepted and done ÷ safety jobs offered, on delivered orders',
    ),
  ),
  add_on_rate: define(
    'percent',
    words('增项率', 'Add-on rate'),
    words('有增项的工单 ÷ 出厂台次', 'Orders with an add-on ÷ visits out'),
  ),
  add_on_success: define(
    'percent',
    words('增项成功率', 'Add-on success'),
    words('同意的增项项目 ÷ 报出的增项项目', 'Accepted ÷ offered add-on lines'),
  ),
  follow_up_timely: define(
    'percent',
    words('回访及时率', 'Follow-up timeliness'),
    words('期限内完成的质量回访 ÷ 到期的质量回访', 'Quality calls done in time ÷ due'),
  ),
  follow_up_reached: define(
    'percent',
    words('回访成功率', 'Follow-up reached'),
    words('回访成功 ÷ 已拨打回访', 'Reached ÷ called'),
  ),
  file_timely: define(
    'percent',
    words('档案及时率', 'File timeliness'),
    words('期限内建档 ÷ 到期应建档', 'Files completed in time ÷ due'),
  ),
  complaint_rate: define(
    'percent',
    words('投诉率', 'Complaint rate'),
    words('投诉数 ÷ 进厂台次', 'Complaints ÷ visits in'),
  ),
  efficiency: define(
    'percent',
    words('工作效率', 'Technician efficiency'),
    words('售出工时 ÷ 实际打卡工时', 'Sold hours ÷ punched hours'),
  ),
} as const satisfies Record<string, Definition>;

export type KpiKey = keyof typeof kpis;
export const kpiKeys = Object.keys(kpis) as KpiKey[];

export type Counted = { readonly numerator: number; readonly denominator: number | null };

/** The figure: the count or sum itself, the average, or the share in hundredths of a percent; null without anything to divide by. */
export function figure(key: KpiKey, { numerator, denominator }: Counted) {
  const { name, formula, unit } = kpis[key];
  const plain = unit === 'count' || unit === 'fen';
  const share = denominator ? Math.round((numerator * (unit === 'percent' ? 10_000 : 1)) / denominator) : null;
  return {
    key,
    name: { ...name },
    formula: { ...formula },
    unit,
    numerator,
    denominator,
    value: plain ? numerator : share,
  };
}

/** A period may be at most a year, so that counting it stays quick. */
const longestDays = 366;

export function checkPeriod(from: ShopDay, to: ShopDay): Refusal | null {
  const days = daysBetween(from, to);
  return days >= 0 && days < longestDays ? null : refuse('period_wrong', { field: 'to' });
}
