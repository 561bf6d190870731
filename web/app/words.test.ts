import { describe, expect, test } from 'vitest';
import type { Words } from '#domain/kernel/words.ts';

const files = import.meta.glob<Record<string, Record<string, Words>>>('../**/*.words.ts', { eager: true });
const places = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b));
const dictionaries = Object.entries(files).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => typeof value === 'object')
    .map(([name, texts]) => [`${file} ${name}`, texts] as const),
);

const problemsOf = (texts: Record<string, Words>) =>
  Object.entries(texts).filter(
    ([, { zh, en }]) => !zh?.trim() || !en?.trim() || places(zh).join() !== places(en).join(),
  );

test('dictionaries are found', () => {
  expect(dictionaries.length).toBeGreaterThan(1);
});

describe('every text is there in both languages, with the same places', () => {
  test.each(dictionaries)('%s', (_, texts) => {
    expect(problemsOf(texts)).toEqual([]);
  });
});
