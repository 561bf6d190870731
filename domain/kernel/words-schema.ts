import { z } from 'zod';

/** Chinese and English of one text, in an answer. */
export const wordsSchema = z.strictObject({ zh: z.string(), en: z.string() });
