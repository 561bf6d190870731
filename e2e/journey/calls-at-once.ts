import { storeContracts } from '#domain/store/store.contract.ts';
import type { Person } from '#e2e/journey/people.ts';

/**
 * Lets the quality call fall due on the day of delivery, as a shop may set it (R006, R260), so that a journey can make it;
 * the relationship call keeps its days. Answers how to put the setting back.
 */
export async function callsAtOnce({ api }: Person): Promise<() => Promise<void>> {
  const { settings } = await api.send(storeContracts.readSettings, {});
  const set = async (fromDays: number) => {
    const now = await api.send(storeContracts.readSettings, {});
    const changed = { ...now.settings, qualityCall: { ...now.settings.qualityCall, fromDays } };
    await api.send(storeContracts.changeSettings, { version: now.version, settings: changed });
  };
  await set(0);
  return () => set(settings.qualityCall.fromDays);
}
