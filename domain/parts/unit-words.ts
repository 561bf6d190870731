import { words, type Words } from '#domain/kernel/words.ts';

const pieces = 'pc';

/** The units in which Chinese catalogues count parts, as English says them. */
const inEnglish: Readonly<Record<string, string>> = {
  个: pieces,
  只: pieces,
  件: pieces,
  支: pieces,
  条: pieces,
  根: pieces,
  片: pieces,
  块: pieces,
  张: pieces,
  台: pieces,
  套: 'set',
  组: 'set',
  副: 'pair',
  付: 'pair',
  对: 'pair',
  双: 'pair',
  瓶: 'bottle',
  桶: 'can',
  罐: 'can',
  盒: 'box',
  箱: 'case',
  包: 'pack',
  袋: 'bag',
  卷: 'roll',
  升: 'L',
  毫升: 'mL',
  千克: 'kg',
  公斤: 'kg',
  克: 'g',
  米: 'm',
  次: 'time',
  小时: 'h',
};

/** A unit as the catalogue has it, and in English where it is a usual one; others stay as they are. */
export const unitWords = (unit: string): Words => words(unit, inEnglish[unit] ?? unit);
