import { z } from 'zod';
import { scaledFromText, scaledToText } from '#domain/kernel/scaled-number.ts';

/** A quantity on a line: thousandths of a unit, above zero, up to one million units. */
export const qtyMilliSchema = z.int().min(1).max(1_000_000_000);

/** A quantity in stock: thousandths of a unit, may be zero. */
export const stockMilliSchema = z.int().min(0).max(1_000_000_000);

/** Labour in hundredths of an hour, up to a thousand hours; zero for work done free of time. */
export const hoursCentiSchema = z.int().min(0).max(100_000);

/** 4500 thousandths are `4.5`. */
export const formatQty = (qtyMilli: number): string => scaledToText(qtyMilli, 3);

/** `4.5` is 4500 thousandths; null when it is no number of at most three decimals. */
export const parseQty = (text: string): number | null => scaledFromText(text, 3);

/** 150 hundredths of an hour are `1.5`. */
export const formatHours = (hoursCenti: number): string => scaledToText(hoursCenti, 2);

/** `1.5` hours are 150 hundredths; null when it is no number of at most two decimals. */
export const parseHours = (text: string): number | null => scaledFromText(text, 2);
