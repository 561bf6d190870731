import { expect, test } from 'vitest';
import { signatureDrawing, signaturePlace } from '#documents/signature.layout.ts';
import { unsigned } from '#documents/testing/paper.fixture.ts';
import { contentTexts } from '#documents/testing/paper-text.ts';
import { paper } from '#documents/paper.layout.ts';
import { sampleFrame } from '#documents/testing/paper.fixture.ts';

const strokes = [
  [
    { x: 0, y: 0 },
    { x: 0.5, y: 0.2 },
    { x: 1, y: 0.4 },
  ],
  [{ x: 0.25, y: 0.1 }],
  [],
];

test('draws each stroke of a signature as a line, and a dot as a dot', () => {
  const { canvas } = signatureDrawing(strokes, 100);
  expect(canvas).toHaveLength(3);
  expect(canvas[0]).toMatchObject({
    type: 'polyline',
    points: [
      { x: 0, y: 0 },
      { x: 50, y: 20 },
      { x: 100, y: 40 },
    ],
  });
  expect(canvas[1]).toMatchObject({ type: 'ellipse', x: 25, y: 10 });
});

test('leaves a line to sign on where nobody has signed', () => {
  expect(signatureDrawing(null, 100).canvas).toMatchObject([{ type: 'line', y1: 40 }]);
  const place = signaturePlace('客户签字', unsigned('周以宁'));
  expect(contentTexts(paper(sampleFrame({}), { chinese: '测试', english: 'Test' }, [place]))).toContain('未签署');
});
