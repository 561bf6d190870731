import type { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import type { z } from 'zod';
import type { Journey } from '#e2e/journey/journey.ts';
import type { Shop } from '#e2e/journey/shop.ts';

type AddLine = z.input<(typeof estimateContracts.addLine)['input']>;

/** What every line of the journey has unless it says otherwise; null prices are as published. */
const usual = {
  description: '',
  qtyMilli: 1000,
  flatRateHoursCenti: null,
  unitPriceFen: null,
  discountFen: 0,
  taxRateBp: null,
  payer: 'customer',
  necessity: 'normal',
  reason: null,
  source: 'customer_instruction',
  operationId: null,
  partId: null,
  parentLineId: null,
  trade: null,
  unit: null,
  capFen: null,
  partOrigin: null,
  findingId: null,
} as const;

export const jobLine = (journey: Journey, job: Shop['service'], more: Partial<AddLine> = {}): AddLine => ({
  ...usual,
  orderId: journey.known.get('orderId'),
  kind: 'labour',
  description: job.name,
  operationId: job.operationId,
  trade: job.trade,
  ...more,
});

export const partLine = (journey: Journey, part: Shop['filter'], more: Partial<AddLine> = {}): AddLine => ({
  ...usual,
  orderId: journey.known.get('orderId'),
  kind: 'part',
  description: part.name,
  partId: part.partId,
  partOrigin: part.origin,
  unit: part.unit,
  ...more,
});

export const diagnosisLine = (journey: Journey, feeFen: number, capFen: number): AddLine => ({
  ...usual,
  orderId: journey.known.get('orderId'),
  kind: 'diagnosis',
  description: '制动异响检查诊断',
  unitPriceFen: feeFen,
  flatRateHoursCenti: 100,
  trade: journey.shop.service.trade,
  reason: '需拆检前轮方能确定异响来源',
  capFen,
});
