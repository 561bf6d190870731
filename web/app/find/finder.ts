import type { Words } from '#domain/kernel/words.ts';
import type { IconName } from '#web/ui/icon-shapes.ts';

/** One thing that the find box offers, and the address it leads to. */
export type Found = {
  readonly key: string;
  readonly icon: IconName;
  readonly title: Words;
  readonly hint: Words;
  readonly to: string;
};

/** Looks a text up on the server; answers nothing for a text too short to mean anything. */
export type Finder = (text: string, signal: AbortSignal) => Promise<readonly Found[]>;

/** Where the find box looks, besides the pages: each capability adds its finder here. */
export const finders: readonly Finder[] = [];
