import { randomInt } from 'node:crypto';

/** Letters and digits that nobody confuses: no 0, 1. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The code of a pass: ten characters that cannot be guessed. */
export const newPassCode = (): string =>
  Array.from({ length: 10 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

/** A collector's one-time code: six digits to be told by phone. */
export const newCollectorCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');
