import type { AggregateShape } from '#db/aggregate/shape.ts';

/** A goods receipt; what it brought stands in the movements of its parts. */
export const goodsReceiptShape: AggregateShape = {
  kind: 'goods_receipt',
  root: { property: 'receipt', table: 'goods_receipt', id: 'receiptId' },
  lists: {},
};
