import { expect, test } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { sign } from '#domain/repair-order/sign.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

const visit = { signatures: [] } as unknown as Visit;
const context = { now: '2026-11-24T01:00:00.000Z', newId: () => 'id-1', sha256: (text: string) => `hash of ${text}` };
const of = { purpose: 'reception_form', context };

test('keeps a signature as canonical strokes with their hash', () => {
  const strokes = [
    [
      { y: 2, x: 1, t: 0 },
      { x: 90, y: 40, t: 120 },
    ],
  ];
  const signed = sign(visit, { signedBy: '王先生', strokes }, of);
  if (isRefusal(signed)) throw new Error(signed.code);
  const text = '[[{"t":0,"x":1,"y":2},{"t":120,"x":90,"y":40}]]';
  expect(signed).toMatchObject({ signatureId: 'id-1', strokesHash: `hash of ${text}` });
  expect(signed.visit.signatures).toEqual([
    {
      signatureId: 'id-1',
      purpose: 'reception_form',
      signedBy: '王先生',
      strokes: text,
      strokesHash: `hash of ${text}`,
      signedAt: context.now,
    },
  ]);
});

test.each([
  ['no strokes', []],
  ['a single dot', [[{ x: 5, y: 5, t: 0 }]]],
  [
    'a pen held still',
    [
      [
        { x: 5, y: 5, t: 0 },
        { x: 5, y: 5, t: 900 },
      ],
    ],
  ],
])('refuses %s as a signature', (_, strokes) => {
  expect(sign(visit, { signedBy: '王先生', strokes }, of)).toMatchObject({ code: 'signature_empty' });
});
