import type { Tx } from '#db/transaction.ts';
import { defaultSettings, storeSettingsSchema, type StoreSettings } from '#domain/store/settings.ts';
import { BriefCache } from '#server/access/brief-cache.ts';

/** The settings of a store, remembered for five seconds so that a command need not read them. */
export type SettingsReader = {
  readonly of: (tx: Tx, storeId: string) => Promise<StoreSettings>;
  readonly forget: (storeId: string) => void;
};

export function settingsReader(): SettingsReader {
  const cache = new BriefCache<StoreSettings>(5_000);
  return {
    of: (tx, storeId) => cache.read(storeId, () => readSettings(tx, storeId)),
    forget: (storeId) => cache.forget(storeId),
  };
}

async function readSettings(tx: Tx, storeId: string): Promise<StoreSettings> {
  const row = await tx
    .selectFrom('store_setting')
    .select('settings')
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  return row ? storeSettingsSchema.parse(row.settings) : defaultSettings;
}
