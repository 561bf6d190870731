import { z } from 'zod';

/** Which part of a list is asked for: never all of it. */
export const pageFields = {
  limit: z.int().min(1).max(200).default(50),
  offset: z.int().min(0).max(1_000_000).default(0),
};

/** Part of a list, and how long the whole is. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), total: z.int().min(0) });
