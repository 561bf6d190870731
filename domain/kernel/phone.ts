import { z } from 'zod';
import { without, type Problem } from '#domain/kernel/problem.ts';

const mobile = /^1[3-9]\d{9}$/;
const landline = /^0(?:10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/;
const serviceNumber = /^[48]00\d{7}$/;

const notAPhone: Problem = {
  zh: '电话号码不对，请填 11 位手机号或带区号的固定电话',
  en: 'Not a phone number: 11-digit mobile or landline with area code',
};

/** Digits alone, without country code 86: `+86 138-1234-5678` is `13812345678`. */
export function normalizePhone(text: string): string {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s()\-.]/g, '')
    .replace(/^(?:\+|00)86/, '');
  return /^86(?:1\d{10}|0\d{9,11})$/.test(digits) ? digits.slice(2) : digits;
}

/** Why a normalised number is neither a Chinese mobile, a landline with area code nor a 400/800 number, or null. */
export function phoneProblem(phone: string): Problem | null {
  return mobile.test(phone) || landline.test(phone) || serviceNumber.test(phone) ? null : notAPhone;
}

/** A phone number as a person types it, normalised to digits. */
export const phoneSchema = z.string().max(30).overwrite(normalizePhone).superRefine(without(phoneProblem));

/** Whether a normalised number can receive text messages. */
export const isMobile = (phone: string): boolean => mobile.test(phone);

/** `138****5678`: the first three and the last four digits alone. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
