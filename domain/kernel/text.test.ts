import { expect, test } from 'vitest';
import { lineOf, longText, optionalNote, shortText } from '#domain/kernel/text.ts';

test('a short text is one trimmed line of at most 80 characters', () => {
  expect(shortText.parse('  左前门异响 ')).toBe('左前门异响');
  expect(shortText.safeParse('   ').success).toBe(false);
  expect(shortText.safeParse('长'.repeat(81)).success).toBe(false);
  expect(shortText.safeParse('一行\n两行').error?.issues[0]?.message).toBe('请写成一行 / One line only');
  expect(lineOf(3).safeParse('四个字呀').success).toBe(false);
});

test('a long text keeps its line breaks', () => {
  expect(longText.parse('一行\n两行')).toBe('一行\n两行');
  expect(longText.safeParse('长'.repeat(2001)).success).toBe(false);
});

test.each(['\u0000', '\u0007', '\u202E', '\u200B', '\uFEFF', '\u007F'])(
  'control character %j is refused',
  (character) => {
    expect(longText.safeParse(`前${character}后`).error?.issues[0]?.message).toContain('控制字符');
    expect(shortText.safeParse(`前${character}后`).success).toBe(false);
  },
);

test('half a character is refused', () => expect(longText.safeParse('前\uD800后').success).toBe(false));

test('a note may be left out or empty', () => {
  expect(optionalNote.parse(undefined)).toBeUndefined();
  expect(optionalNote.parse(' ')).toBe('');
});
