import { uuidV7 } from '#domain/kernel/id.ts';
import type { SeededRandom } from '#db/seed/catalogue/random.ts';

/** Ids as the application makes them, with the clock of the story and repeatable chance instead of real ones. */
export function makeId(random: SeededRandom, at: string): string {
  const bytes = Uint8Array.from({ length: 10 }, () => random.int(0, 255));
  return uuidV7(Date.parse(at), bytes);
}
