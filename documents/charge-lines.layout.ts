import { sum } from '#domain/kernel/money.ts';
import { muted, sectionTable } from '#documents/blocks.ts';
import { hours, quantity, taxRate, yuan } from '#documents/format.ts';
import { decisionWords, originWords, payerWords } from '#documents/words.ts';
import type { Column } from '#documents/blocks.ts';
import type { Block, Inline, TableBlock } from '#documents/definition.ts';
import type { ChargeLineView } from '#documents/paper.view.ts';

/** What the last column says: what the customer decides, or (of labour) who did the work. */
type LineEnding = 'decision' | 'technician';

type LineColumn = Column & { cell: (line: ChargeLineView, index: number) => string | Block };

const sourceWords = { customer_instruction: '客户要求', technician_recommendation: '技师建议' } as const;

function nameCell(line: ChargeLineView): Block {
  const safety: Inline[] = line.isSafety ? [{ text: '【安全】', bold: true }] : [];
  const note = [line.code, sourceWords[line.source], line.necessity]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
  return {
    stack: [{ text: [...safety, line.name] }, { text: note, fontSize: 6.5, color: muted }],
  };
}

function measureText({ measure }: ChargeLineView): string {
  if (measure === null) return '';
  return measure.of === 'hours' ? hours(measure.hoursCenti) : quantity(measure.qtyMilli, measure.unit);
}

function unitPriceText({ measure }: ChargeLineView): string {
  if (measure === null) return '';
  return yuan(measure.of === 'hours' ? measure.rateFen : measure.priceFen);
}

function amountCell(line: ChargeLineView): Block {
  const discount: Block[] =
    line.discountFen === 0 ? [] : [{ text: `已优惠 ${yuan(line.discountFen)}`, fontSize: 6.5, color: muted }];
  return { stack: [{ text: yuan(line.amountFen), noWrap: true }, ...discount] };
}

function decisionCell({ decision }: ChargeLineView): Block {
  return decision === null
    ? { text: '待决定', color: muted }
    : { text: decisionWords[decision], bold: decision !== 'accepted' };
}

const endings: Record<LineEnding, LineColumn[]> = {
  decision: [{ head: '客户决定', width: 38, align: 'center', cell: decisionCell }],
  technician: [{ head: '技师', width: 38, align: 'center', cell: (line) => line.technician ?? '' }],
};

function columnsFor(kind: 'labour' | 'part' | 'fee', ending: LineEnding): LineColumn[] {
  const measureHead = { labour: '工时', part: '数量', fee: '数量' }[kind];
  const origin: LineColumn[] = kind === 'part' ? [{ head: '来源', width: 40, align: 'center', cell: originText }] : [];
  return [
    { head: '序', width: 14, align: 'center', cell: (_line, index) => String(index + 1) },
    { head: kind === 'part' ? '配件（编码 / 名称 / 说明）' : '项目（编码 / 名称 / 说明）', width: '*', cell: nameCell },
    ...origin,
    { head: measureHead, width: 38, align: 'right', cell: measureText },
    { head: '单价', width: 50, align: 'right', cell: unitPriceText },
    { head: '付费', width: 24, align: 'center', cell: (line) => payerWords[line.payer] },
    { head: '税率', width: 24, align: 'center', cell: (line) => taxRate(line.taxRate) },
    { head: '金额', width: 60, align: 'right', cell: amountCell },
    ...(kind === 'labour' || ending === 'decision' ? endings[ending] : []),
  ];
}

function originText({ origin }: ChargeLineView): string {
  return origin === null ? '' : originWords[origin];
}

type Section = { title: string; kind: 'labour' | 'part' | 'fee'; ending: LineEnding };

function lineTable(section: Section, lines: readonly ChargeLineView[]): TableBlock[] {
  if (lines.length === 0) return [];
  const columns = columnsFor(section.kind, section.ending);
  const subtotal = sum(lines.map(({ amountFen }) => amountFen));
  return [
    sectionTable({
      title: section.title,
      columns,
      rows: lines.map((line, index) => columns.map(({ cell }) => cell(line, index))),
      summary: [`${lines.length} 项，小计 `, { text: yuan(subtotal), bold: true }],
    }),
  ];
}

/** Labour (with diagnosis), parts, sublet and other fees apart, each with its subtotal (R113; 机动车维修管理规定). Empty kinds are left out. */
export function chargeTables(lines: readonly ChargeLineView[], ending: LineEnding): TableBlock[] {
  const of = (...kinds: Array<ChargeLineView['kind']>) => lines.filter(({ kind }) => kinds.includes(kind));
  return [
    ...lineTable({ title: '维修与诊断项目 Labour', kind: 'labour', ending }, of('labour', 'diagnosis')),
    ...lineTable({ title: '配件 Parts', kind: 'part', ending }, of('part')),
    ...lineTable({ title: '外加工 Sublet', kind: 'fee', ending }, of('sublet')),
    ...lineTable({ title: '其他费用 Other', kind: 'fee', ending }, of('other')),
  ];
}
