import { z } from 'zod';
import { phoneSchema } from '#domain/kernel/phone.ts';
import { plateSchema } from '#domain/kernel/plate.ts';
import { lineOf, shortText } from '#domain/kernel/text.ts';
import { vinSchema } from '#domain/kernel/vin.ts';
import { day, digits, field, hours, oneOf, quantity, taxRate, whole, yuan, type Column } from '#domain/import/cells.ts';
import type { ImportKind } from '#domain/import/import.ts';

const tradeNames = { 机电: 'mechanical_electrical', 钣金: 'body', 喷漆: 'paint', 美容: 'detailing' };
const repairNames = { 维护: 'maintenance', 小修: 'minor', 专项: 'special', 总成: 'assembly' };
const repairAlso = { 保养: 'maintenance', 专项修理: 'special', 总成修理: 'assembly' };
const originNames = { 原厂: 'oem', 同质: 'equivalent', 修复: 'refurbished' };
const originAlso = { 原厂件: 'oem', 同质件: 'equivalent', 修复件: 'refurbished', 再制造: 'refurbished' };
const driveNames = {
  汽油: 'petrol',
  柴油: 'diesel',
  油电混合: 'hybrid',
  插电混合: 'plug_in_hybrid',
  纯电动: 'battery_electric',
  燃料电池: 'fuel_cell',
};
const driveAlso = { 混动: 'hybrid', 插混: 'plug_in_hybrid', 纯电: 'battery_electric', 电动: 'battery_electric' };
const kindNames = { 个人: 'person', 单位: 'company' };
const kindAlso = { 公司: 'company', 企业: 'company' };
const channelNames = { 电话: 'phone', 短信: 'sms', 微信: 'wechat', 邮件: 'email', 信函: 'letter' };

const text = (max: number) => field(lineOf(max));
const mostKm = 9_999_999;
const needed = { required: true } as const;
const optional = { empty: null } as const;

const customers: Readonly<Record<string, Column>> = {
  kind: { zh: '类型', also: ['客户类型'], read: oneOf(kindNames, kindAlso), empty: 'person', example: '个人' },
  name: {
    zh: '姓名',
    also: ['客户姓名', '客户名称', '车主', '车主姓名'],
    ...needed,
    read: field(shortText),
    example: '王建国',
  },
  salutation: { zh: '称呼', read: text(20), empty: '', example: '先生' },
  phone: {
    zh: '电话',
    also: ['手机', '手机号', '手机号码', '联系电话', '电话号码'],
    ...needed,
    read: digits(phoneSchema),
    example: '16100000001',
  },
  phoneOther: { zh: '其他电话', ...optional, read: digits(phoneSchema), example: '' },
  taxId: { zh: '税号', ...optional, read: text(40), example: '' },
  address: { zh: '地址', also: ['住址', '联系地址'], ...optional, read: text(200), example: '示范市城南区枫林路 1 号' },
  email: { zh: '邮箱', ...optional, read: field(z.email().max(120)), example: '' },
  preferredChannel: { zh: '联系方式', read: oneOf(channelNames), empty: 'phone', example: '电话' },
  wishedServices: { zh: '希望得到的服务', ...optional, read: text(200), example: '保养提醒' },
  source: { zh: '来源', ...optional, read: field(shortText), example: '新车销售' },
};

const vehicles: Readonly<Record<string, Column>> = {
  plate: {
    zh: '车牌号',
    also: ['车牌', '车牌号码', '车号'],
    ...optional,
    read: field(plateSchema),
    example: '苏E12A34',
  },
  vin: {
    zh: '车辆识别代号',
    also: ['VIN', 'VIN码', '车架号', '识别代号'],
    ...optional,
    read: field(vinSchema),
    example: '',
  },
  vinOverrideReason: { zh: '校验位不符原因', ...optional, read: field(shortText), example: '' },
  engineNo: { zh: '发动机号', ...optional, read: text(40), example: '' },
  brand: { zh: '品牌', ...needed, read: text(40), example: '大众' },
  model: { zh: '车型', ...needed, read: text(60), example: '帕萨特' },
  colour: { zh: '颜色', ...optional, read: text(20), example: '白' },
  modelYear: { zh: '年款', ...optional, read: whole(1980, 2100), example: '2023' },
  powerType: {
    zh: '动力类型',
    ...needed,
    also: ['燃料类型', '燃料种类'],
    read: oneOf(driveNames, driveAlso),
    example: '汽油',
  },
  firstSoldOn: { zh: '首次销售日期', also: ['购车日期', '销售日期'], ...optional, read: day, example: '2023-05-01' },
  warrantyMonths: { zh: '质保月数', ...optional, read: whole(0, 240), example: '36' },
  warrantyKm: { zh: '质保公里', ...optional, read: whole(0, mostKm), example: '100000' },
  serviceIntervalMonths: { zh: '保养间隔月数', ...optional, read: whole(1, 60), example: '12' },
  serviceIntervalKm: { zh: '保养间隔公里', ...optional, read: whole(500, 100_000), example: '10000' },
  lastServiceOn: { zh: '上次保养日期', ...optional, read: day, example: '' },
  lastServiceKm: { zh: '上次保养公里', also: ['上次保养里程'], ...optional, read: whole(0, mostKm), example: '' },
  odometerKm: {
    zh: '里程',
    also: ['里程数', '行驶里程', '公里数'],
    ...optional,
    read: whole(0, mostKm),
    example: '23450',
  },
  ownerPhone: { zh: '车主电话', ...optional, read: digits(phoneSchema), example: '16100000001' },
};

const labourOperations: Readonly<Record<string, Column>> = {
  code: { zh: '编码', also: ['编号', '项目编码', '项目编号'], ...needed, read: text(40), example: 'MA01' },
  name: { zh: '名称', also: ['项目名称'], ...needed, read: field(shortText), example: '更换机油及机油滤清器' },
  nameEn: { zh: '英文名称', read: text(120), empty: '', example: 'Change engine oil and filter' },
  trade: { zh: '工种', ...needed, read: oneOf(tradeNames), example: '机电' },
  category: { zh: '类别', also: ['分类'], ...needed, read: text(40), example: '保养' },
  repairCategory: { zh: '维修类别', ...needed, read: oneOf(repairNames, repairAlso), example: '维护' },
  flatRateHoursCenti: { zh: '工时定额', also: ['工时', '标准工时'], ...needed, read: hours, example: '0.5' },
  hourlyRateFen: { zh: '工时单价', ...optional, read: yuan, example: '180.00' },
  taxRateBp: { zh: '税率', read: taxRate, empty: 1300, example: '13%' },
};

const parts: Readonly<Record<string, Column>> = {
  code: {
    zh: '编码',
    also: ['编号', '零件编码', '零件号', '配件编码', '配件号'],
    ...needed,
    read: text(40),
    example: 'VW-1001',
  },
  name: { zh: '名称', also: ['零件名称', '配件名称'], ...needed, read: field(shortText), example: '机油滤清器' },
  nameEn: { zh: '英文名称', read: text(120), empty: '', example: 'Oil filter' },
  brand: { zh: '品牌', read: text(40), empty: '', example: '大众原厂' },
  category: { zh: '类别', also: ['分类'], read: text(40), empty: '', example: '发动机' },
  unit: { zh: '单位', ...needed, read: text(10), example: '个' },
  origin: { zh: '来源', ...needed, read: oneOf(originNames, originAlso), example: '原厂' },
  priceFen: { zh: '单价', also: ['销售价', '售价', '零售价'], ...needed, read: yuan, example: '48.00' },
  taxRateBp: { zh: '税率', read: taxRate, empty: 1300, example: '13%' },
  bin: { zh: '库位', also: ['货位', '仓位'], ...needed, read: text(20), example: 'A-01-1' },
  minimumMilli: { zh: '安全库存', also: ['最低库存'], read: quantity, empty: 0, example: '8' },
};

const openingStock: Readonly<Record<string, Column>> = {
  code: { zh: '配件编码', also: ['编码', '编号', '零件编码', '零件号'], ...needed, read: text(40), example: 'VW-1001' },
  qtyMilli: { zh: '数量', also: ['库存数量', '库存'], ...needed, read: quantity, example: '24' },
  unitCostFen: { zh: '成本单价', also: ['成本', '进价', '成本价'], ...needed, read: yuan, example: '31.50' },
};

/** The columns of each template, by the field that they fill. */
export const importColumns: Readonly<Record<ImportKind, Readonly<Record<string, Column>>>> = {
  customers,
  vehicles,
  labour_operations: labourOperations,
  parts,
  opening_stock: openingStock,
};
