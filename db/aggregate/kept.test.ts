import { expect, test } from 'vitest';
import { keptAggregates } from '#db/aggregate/kept.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';

const visit = (changes: object = {}) => ({ order: { orderId: 'a', chainHash: 'h' }, ticks: [], ...changes });

test('what was longest unused goes when there are too many', () => {
  const kept = keptAggregates({ most: 2 });
  for (const id of ['a', 'b']) kept.keep(id, visit());
  kept.get('a');
  kept.keep('c', visit());
  expect(['a', 'b', 'c'].filter((id) => kept.get(id))).toEqual(['a', 'c']);
});

test('rows of one command may stand in another order than they are read in, and nothing else may differ', () => {
  const { compare } = keptAggregates({ check: true });
  const [first, second] = [{ item: 'kit' }, { item: 'licence' }];
  expect(() =>
    compare?.(visitShape, visit({ ticks: [first, second] }), visit({ ticks: [second, first] })),
  ).not.toThrow();
  expect(() => compare?.(visitShape, visit({ ticks: [first] }), visit({ ticks: [second] }))).toThrow('.ticks.0.item');
  expect(() => compare?.(visitShape, visit({ ticks: [first] }), visit())).toThrow('beside its record');
});
