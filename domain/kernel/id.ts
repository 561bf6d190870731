import { z } from 'zod';

/** An identifier as the application makes it (UUID version 7) or accepts it (any RFC 9562 version). */
export const uuidSchema = z.uuid();

/** Whether the text is a UUID of any RFC 9562 version. */
export const isUuid = (text: string): boolean => uuidSchema.safeParse(text).success;

const latestMs = 2 ** 48 - 1;

/**
 * Builds a UUID version 7 (RFC 9562) from a clock reading and ten random bytes, both passed in;
 * ids of later milliseconds sort after earlier ones.
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError('a UUID needs ten random bytes');
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs > latestMs) throw new RangeError(`no such instant: ${nowMs}`);
  const [versioned = 0, ...rest] = random;
  const tail = [(versioned & 0x0f) | 0x70, ...rest];
  tail[2] = ((tail[2] ?? 0) & 0x3f) | 0x80;
  const hex = nowMs.toString(16).padStart(12, '0') + tail.map((byte) => hexOf[byte]).join('');
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${a}-${b}-${c}-${d}-${e}`;
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
