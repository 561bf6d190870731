import { expect, test } from 'vitest';
import { codeIn } from '#web/features/gate/code-in.ts';

test('a scanned address and a typed code name the same pass (R230)', () => {
  expect(codeIn('https://shop.example.com/g/7K4M92QX')).toBe('7K4M92QX');
  expect(codeIn(' 7k4m 92qx ')).toBe('7K4M92QX');
  expect(codeIn('')).toBe('');
});
