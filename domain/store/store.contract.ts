import { z } from 'zod';
import { query, version, type Contract } from '#domain/kernel/contract.ts';
import { uuidSchema } from '#domain/kernel/id.ts';
import { givenSettingsSchema, storeSettingsSchema } from '#domain/store/settings.ts';

const settingsAnswer = z.strictObject({ settings: storeSettingsSchema, version });

/** A person’s stores and a store’s settings (R006). */
export const storeContracts = {
  /** Stores where the person who asks works. */
  stores: query({
    name: 'store.mine',
    zh: '我的门店',
    en: 'My stores',
    path: '/stores',
    callers: 'staff',
    input: z.strictObject({}),
    output: z.strictObject({
      stores: z.array(
        z.strictObject({ storeId: uuidSchema, name: z.string(), nameEn: z.string(), isDemo: z.boolean() }),
      ),
    }),
  }),
  readSettings: query({
    name: 'store.readSettings',
    zh: '查看门店设置',
    en: 'Read the store’s settings',
    path: '/store/settings',
    callers: 'staff',
    input: z.strictObject({}),
    output: settingsAnswer,
  }),
  changeSettings: {
    kind: 'command',
    method: 'POST',
    name: 'store.changeSettings',
    zh: '修改门店设置',
    en: 'Change the store’s settings',
    path: '/store/settings',
    callers: ['admin', 'service_manager'],
    input: z.strictObject({ version, settings: givenSettingsSchema }),
    output: settingsAnswer,
    refusals: [],
  },
} as const satisfies Record<string, Contract>;
