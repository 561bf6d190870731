import type { AggregateShape } from '#db/aggregate/shape.ts';

export const complaintShape: AggregateShape = {
  kind: 'complaint',
  root: { property: 'complaint', table: 'complaint', id: 'complaintId' },
  lists: {},
};
