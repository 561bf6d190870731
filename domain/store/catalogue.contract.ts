import { z } from 'zod';
import { query, version, type Contract } from '#domain/kernel/contract.ts';
import { uuidSchema } from '#domain/kernel/id.ts';
import { basisPointsSchema, fenSchema } from '#domain/kernel/money.ts';
import { hoursCentiSchema, stockMilliSchema } from '#domain/kernel/quantity.ts';
import { lineOf, shortText, wordsUpTo } from '#domain/kernel/text.ts';
import { partOrigins, partRow, stockRow } from '#domain/parts/parts.ts';
import { trades } from '#domain/staff/staff.ts';
import { labourOperationRow, repairCategories } from '#domain/store/catalogue.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const code = lineOf(40);

/** What the author of a labour operation gives; a null rate means the trade's rate of the store (R322). */
export const operationFields = {
  code,
  name: shortText,
  nameEn: wordsUpTo(120).default(''),
  trade: z.enum(trades),
  category: lineOf(40),
  repairCategory: z.enum(repairCategories),
  flatRateHoursCenti: hoursCentiSchema,
  hourlyRateFen: fenSchema.nullable(),
  taxRateBp: basisPointsSchema.default(1300),
};

/** What the author of a part gives. */
export const partFields = {
  code,
  name: shortText,
  nameEn: wordsUpTo(120).default(''),
  brand: wordsUpTo(40).default(''),
  category: wordsUpTo(40).default(''),
  unit: lineOf(10),
  origin: z.enum(partOrigins).exclude(['customer_supplied']),
  priceFen: fenSchema,
  taxRateBp: basisPointsSchema.default(1300),
  bin: lineOf(20),
  minimumMilli: stockMilliSchema.default(0),
};

const search = wordsUpTo(60).optional();
const active = z.boolean().default(true);
const changed = z.strictObject({ id: uuidSchema, version });
const keepers = ['admin', 'service_manager'] as const;
const command = { kind: 'command', method: 'POST', output: changed } as const;

/** An operation with the rate that holds: its own or its trade's. */
export const pricedOperation = labourOperationRow.extend({ rateFen: z.int(), amountFen: z.int() });

/** A part with what lies in stock. */
export const stockedPart = partRow.extend(stockRow.omit({ partId: true }).shape).extend({ availableMilli: z.int() });

/** Published labour operations and parts with their prices (R322). */
export const catalogueContracts = {
  listOperations: query({
    name: 'store.listOperations',
    zh: '工时定额目录',
    en: 'Labour operations',
    path: '/catalogue/operations',
    callers: 'staff',
    input: z.strictObject({
      search,
      active,
      trade: z.enum(trades).optional(),
      category: wordsUpTo(40).optional(),
      ...pageFields,
    }),
    output: pageOf(pricedOperation),
  }),
  createOperation: {
    ...command,
    name: 'store.createOperation',
    zh: '新增工时项目',
    en: 'Add a labour operation',
    path: '/catalogue/operations',
    callers: keepers,
    input: z.strictObject(operationFields),
    refusals: ['code_taken'],
  },
  changeOperation: {
    ...command,
    name: 'store.changeOperation',
    zh: '修改工时项目',
    en: 'Change a labour operation',
    path: '/catalogue/operations/:operationId',
    callers: keepers,
    input: z.strictObject({ operationId: uuidSchema, version, active: z.boolean(), ...operationFields }),
    refusals: ['code_taken'],
  },
  listParts: query({
    name: 'store.listParts',
    zh: '配件目录',
    en: 'Parts',
    path: '/catalogue/parts',
    callers: 'staff',
    input: z.strictObject({
      search,
      active,
      category: wordsUpTo(40).optional(),
      /** Only parts below their minimum. */
      short: z.boolean().default(false),
      ...pageFields,
    }),
    output: pageOf(stockedPart),
  }),
  createPart: {
    ...command,
    name: 'store.createPart',
    zh: '新增配件',
    en: 'Add a part',
    path: '/catalogue/parts',
    callers: ['admin', 'service_manager', 'parts_clerk'],
    input: z.strictObject(partFields),
    refusals: ['code_taken'],
  },
  changePart: {
    ...command,
    name: 'store.changePart',
    zh: '修改配件与价格',
    en: 'Change a part and its price',
    path: '/catalogue/parts/:partId',
    callers: ['admin', 'service_manager', 'parts_clerk'],
    input: z.strictObject({ partId: uuidSchema, version, active: z.boolean(), ...partFields }),
    refusals: ['code_taken'],
  },
} as const satisfies Record<string, Contract>;
