import type { Tx } from '#db/transaction.ts';
import { words } from '#domain/kernel/words.ts';
import { expectedCheckDigit, vinCheckDigitOk } from '#domain/kernel/vin.ts';
import type { ImportKind, ImportRow, RowProblem } from '#domain/import/import.ts';

type Known = {
  readonly phones: ReadonlyMap<string, string>;
  readonly plates: ReadonlySet<string>;
  readonly vins: ReadonlySet<string>;
  readonly operations: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, { readonly partId: string; readonly opened: boolean }>;
};

/** What the store has on file that rows of a kind must agree with, read at once. */
export async function knownRows(tx: Tx, kind: ImportKind): Promise<Known> {
  return {
    phones: kind === 'customers' || kind === 'vehicles' ? await phonesOf(tx) : new Map(),
    ...(kind === 'vehicles' ? await carsOf(tx) : { plates: new Set<string>(), vins: new Set<string>() }),
    operations: kind === 'labour_operations' ? await operationsOf(tx) : new Set(),
    parts: kind === 'parts' || kind === 'opening_stock' ? await partsOf(tx) : new Map(),
  };
}

async function phonesOf(tx: Tx): Promise<Known['phones']> {
  const rows = await tx
    .selectFrom('customer')
    .select(['phone', 'customer_id'])
    .where('phone', 'is not', null)
    .orderBy('created_at', 'desc')
    .execute();
  return new Map(rows.map(({ phone, customer_id }) => [phone ?? '', customer_id]));
}

async function carsOf(tx: Tx): Promise<Pick<Known, 'plates' | 'vins'>> {
  const rows = await tx.selectFrom('vehicle').select(['plate', 'vin']).execute();
  return {
    plates: new Set(rows.flatMap(({ plate }) => plate ?? [])),
    vins: new Set(rows.flatMap(({ vin }) => vin ?? [])),
  };
}

async function operationsOf(tx: Tx): Promise<Known['operations']> {
  const rows = await tx.selectFrom('labour_operation').select('code').execute();
  return new Set(rows.map(({ code }) => code));
}

async function partsOf(tx: Tx): Promise<Known['parts']> {
  const rows = await tx
    .selectFrom('part')
    .select((e) => [
      'part_id',
      'code',
      e
        .exists(
          e
            .selectFrom('stock_movement as m')
            .select('m.movement_id')
            .whereRef('m.store_id', '=', 'part.store_id')
            .whereRef('m.part_id', '=', 'part.part_id'),
        )
        .as('opened'),
    ])
    .execute();
  return new Map(rows.map(({ part_id, code, opened }) => [code, { partId: part_id, opened: Boolean(opened) }]));
}

const at = (column: string, zh: string, en: string): RowProblem => ({ column, words: words(zh, en) });

/** The rows with what the store's files say against them. */
export const checkKnown = (kind: ImportKind, rows: readonly ImportRow[], known: Known): ImportRow[] =>
  rows.map((row) => {
    const found = against[kind](row.values, known);
    return found.length === 0 ? row : { ...row, problems: [...row.problems, ...found] };
  });

type Values = ImportRow['values'];

const against: Readonly<Record<ImportKind, (values: Values, known: Known) => RowProblem[]>> = {
  customers: ({ phone }, { phones }) =>
    phones.has(phone as string)
      ? [at('电话', '该电话已有客户档案，无需再导入', 'A customer with this phone is on file already')]
      : [],
  vehicles: carProblems,
  labour_operations: ({ code }, { operations }) =>
    operations.has(code as string) ? [at('编码', '该编码已存在', 'This code exists')] : [],
  parts: ({ code }, { parts }) => (parts.has(code as string) ? [at('编码', '该编码已存在', 'This code exists')] : []),
  opening_stock: ({ code }, { parts }) => {
    const part = parts.get(code as string);
    if (!part)
      return code === null ? [] : [at('配件编码', '没有该配件，请先导入配件', 'No such part; import parts first')];
    return part.opened ? [at('配件编码', '该配件已有库存记录', 'This part has stock movements already')] : [];
  },
};

function carProblems(values: Values, { plates, vins, phones }: Known): RowProblem[] {
  const { plate, vin, vinOverrideReason, ownerPhone } = values as Readonly<Record<string, string | null>>;
  const problems: RowProblem[] = [];
  if (!plate && !vin) problems.push(at('车牌号', '车牌号与车辆识别代号至少填一项', 'Give the plate or the VIN'));
  if (plate && plates.has(plate)) problems.push(at('车牌号', '该车牌已建档', 'This plate is on file'));
  if (vin && vins.has(vin)) problems.push(at('车辆识别代号', '该车辆识别代号已建档', 'This VIN is on file'));
  if (vin && !vinCheckDigitOk(vin) && !vinOverrideReason) {
    const digit = expectedCheckDigit(vin);
    problems.push(
      at(
        '车辆识别代号',
        `校验位应为 ${digit}；核对无误的进口车请在“校验位不符原因”列写明`,
        `The check digit should be ${digit}; give a reason in its column where the VIN is right`,
      ),
    );
  }
  if (ownerPhone && !phones.has(ownerPhone))
    problems.push(
      at('车主电话', '没有该电话的客户，请先导入客户', 'No customer with this phone; import customers first'),
    );
  return problems;
}
