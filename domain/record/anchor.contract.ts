import { z } from 'zod';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const anchor = z.strictObject({
  anchorNo: z.int(),
  at: z.iso.datetime(),
  headCount: z.int(),
  previousHash: z.string(),
  hash: z.string(),
});

/** Anchors of the record: a hash over the heads of all chains of the store, taken every hour. */
export const anchorContracts = {
  /** Anchors what moved since the last anchor, as the hourly job does; null when nothing moved. */
  anchorNow: {
    kind: 'command',
    method: 'POST',
    name: 'record.anchorNow',
    zh: '立即存证',
    en: 'Anchor now',
    path: '/anchors',
    callers: ['admin', 'service_manager'],
    input: z.strictObject({}),
    output: z.strictObject({ anchor: anchor.nullable() }),
    refusals: [],
  } satisfies Contract,
  list: query({
    zh: '存证清单',
    en: 'Anchors',
    name: 'record.anchors',
    path: '/anchors',
    callers: ['admin', 'service_manager'],
    input: z.strictObject({ ...pageFields }),
    output: pageOf(anchor),
  }),
} as const;
