import { addLine } from '#domain/estimate/add-line.ts';
import type { Published } from '#domain/estimate/price-line.ts';
import type { LineSource, WarrantyState } from '#domain/estimate/charge-line.ts';
import { judgeWarranty } from '#domain/diagnosis/judge-warranty.ts';
import { known, oneOf } from '#db/seed/engine/world.ts';
import { act, simply, visitOf, type Going } from '#db/seed/stories/going.ts';
import type { Job } from '#db/seed/stories/plan.ts';

const makes: Readonly<Record<string, string>> = { 大众: 'VW', 丰田: 'TY', 本田: 'HD', 日产: 'NS', 比亚迪: 'BY' };

/** The catalogue code of a part for the car: fitted to the make, or universal from 8000 on. */
const partCode = (brand: string, number: number): string =>
  number >= 8000 ? `GN-${number}` : `${makes[brand] ?? 'VW'}-${number}`;

type Adding = { readonly source: LineSource; readonly findingId: string | null };

const customers: Adding = { source: 'customer_instruction', findingId: null };

/** Adds a job and its parts to the draft, at the published prices. */
export function addJob(going: Going, job: Job, { source, findingId }: Adding = customers): void {
  const operation = known(going.world.operations, job.operation);
  const lineId = add(going, job, {
    kind: job.kind ?? 'labour',
    description: operation.name,
    operationId: operation.operationId,
    facts: { operation, part: null },
    adding: { source, findingId },
  });
  const { brand } = visitOf(going).vehicle;
  for (const [number, qtyMilli] of job.parts) {
    const part = known(going.world.parts, partCode(brand, number));
    add(going, job, {
      kind: 'part',
      description: part.name,
      partId: part.partId,
      qtyMilli,
      parentLineId: lineId,
      facts: { operation: null, part },
      adding: { source, findingId: null },
    });
  }
}

type Line = {
  readonly kind: 'labour' | 'diagnosis' | 'part';
  readonly description: string;
  readonly operationId?: string;
  readonly partId?: string;
  readonly qtyMilli?: number;
  readonly parentLineId?: string;
  readonly facts: Published;
  readonly adding: Adding;
};

function add(going: Going, job: Job, { facts, adding, ...line }: Line): string {
  const input = {
    ...published,
    operationId: line.operationId ?? null,
    partId: line.partId ?? null,
    parentLineId: line.parentLineId ?? null,
    qtyMilli: line.qtyMilli ?? 1000,
    kind: line.kind,
    description: line.description,
    payer: job.payer === 'internal' || job.payer === 'insurer' ? job.payer : ('customer' as const),
    necessity: job.necessity ?? ('normal' as const),
    reason: job.reason ?? null,
    ...adding,
  };
  const { id } = act(going, going.advisor, { decide: addLine, input, facts });
  if (id === null) throw new Error('a line has an id');
  if (job.payer === 'manufacturer' || job.payer === 'insurer') judge(going, id, job.judgement ?? 'covered');
  return id;
}

/** Null takes what the catalogue and the store publish. */
const published = {
  flatRateHoursCenti: null,
  unitPriceFen: null,
  discountFen: 0,
  taxRateBp: null,
  trade: null,
  unit: null,
  capFen: null,
  partOrigin: null,
} as const;

/** What the customer is told, by judgement (R100–R102). */
const reasons: Readonly<Record<WarrantyState, string>> = {
  not_checked: '',
  covered: '在质量担保期内，属制造质量问题，由厂家承担',
  not_covered: '易损件，不在质量担保范围内',
  pending_diagnosis: '故障偶发，需进一步诊断后才能判定',
  pending_manufacturer: '已拍照上报厂家服务部，等待批复',
  approved: '厂家已批准',
  denied: '厂家未批准',
};

/** The warranty clerk judges who pays (R100). */
function judge(going: Going, lineId: string, state: WarrantyState): void {
  const line = visitOf(going).lines.find((each) => each.lineId === lineId);
  const clerk = oneOf(going.world, 'warranty_clerk');
  simply(going, clerk, {
    decide: judgeWarranty,
    input: {
      lineId,
      version: line?.version ?? 1,
      state,
      reason: line?.payer === 'insurer' ? '保险公司已定损，由保险承担' : reasons[state],
      toldCustomer: state !== 'pending_diagnosis',
      fallbackPayer: 'internal',
    },
  });
}
