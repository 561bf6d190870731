import { z } from 'zod';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { uuidSchema } from '#domain/kernel/id.ts';
import { staffRoleNames } from '#domain/kernel/role.ts';
import { lineOf, shortText, wordsUpTo } from '#domain/kernel/text.ts';

/** Commands outside any action table: nobody has a role before signing in. */
const open = { kind: 'command', method: 'POST', callers: 'public' } as const;

export const usernameSchema = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}_.-]+$/u, '用户名只含字母、数字、_ . - / Letters, digits, _ . - only');

/** A new password; length counts, not the kinds of characters (NIST SP 800-63B). */
export const newPasswordSchema = z.string().min(8).max(128);

const languageSchema = z.enum(['zh', 'en']);

/** Who is signed in, where, in which roles; `person` is null when nobody is. */
export const sessionSchema = z.strictObject({
  person: z
    .strictObject({
      username: z.string(),
      name: z.string(),
      language: languageSchema,
      stores: z.array(
        z.strictObject({
          storeId: uuidSchema,
          name: z.string(),
          nameEn: z.string(),
          isDemo: z.boolean(),
          staffId: uuidSchema,
          staffName: z.string(),
          roles: z.array(z.enum(staffRoleNames)),
        }),
      ),
      activeStoreId: uuidSchema.nullable(),
    })
    .nullable(),
});

/** Signs in with username and password and sets the session cookie. */
export const signInContract = {
  ...open,
  name: 'staff.sign_in',
  zh: '登录',
  en: 'Sign in',
  path: '/session',
  input: z.strictObject({ username: lineOf(100), password: z.string().min(1).max(200) }),
  output: z.strictObject({}),
  refusals: ['credentials_wrong'],
} as const satisfies Contract;

/** Who am I; the active store is the one named by `Store-Id`, else the first. */
export const sessionContract = query({
  name: 'staff.session',
  zh: '当前登录',
  en: 'Who is signed in',
  path: '/session',
  callers: 'public',
  input: z.strictObject({}),
  output: sessionSchema,
});

export const signOutContract = {
  ...open,
  name: 'staff.sign_out',
  zh: '退出登录',
  en: 'Sign out',
  path: '/session/end',
  input: z.strictObject({}),
  output: z.strictObject({}),
  refusals: [],
} as const satisfies Contract;

/** Remembers the language the person wants to read. */
export const languageContract = {
  ...open,
  name: 'staff.choose_language',
  zh: '选择语言',
  en: 'Choose language',
  path: '/session/language',
  input: z.strictObject({ language: languageSchema }),
  output: z.strictObject({}),
  refusals: [],
} as const satisfies Contract;

/** Whoever is signed in chooses a password of their own; every other session of theirs ends. */
export const ownPasswordContract = {
  ...open,
  name: 'staff.change_password',
  zh: '修改密码',
  en: 'Change your password',
  path: '/session/password',
  input: z.strictObject({ current: z.string().min(1).max(200), password: newPasswordSchema }),
  output: z.strictObject({}),
  refusals: ['password_wrong'],
} as const satisfies Contract;

/** Whether the first real store is still to be made. */
export const firstRunNeededContract = query({
  name: 'store.first_run_needed',
  zh: '是否需要初始化',
  en: 'Whether the first store is still to be made',
  path: '/first-run',
  callers: 'public',
  input: z.strictObject({}),
  output: z.strictObject({ needed: z.boolean() }),
});

/** Makes the first real store and its administrator, with the token printed at start. */
export const firstRunContract = {
  ...open,
  name: 'store.first_run',
  zh: '初始化门店',
  en: 'Make the first store',
  path: '/first-run',
  input: z.strictObject({
    token: z.string().min(1).max(200),
    storeName: shortText,
    storeNameEn: wordsUpTo(80).default(''),
    username: usernameSchema,
    name: shortText,
    password: newPasswordSchema,
  }),
  output: z.strictObject({ storeId: uuidSchema }),
  refusals: ['token_wrong', 'first_run_done', 'username_taken'],
} as const satisfies Contract;
