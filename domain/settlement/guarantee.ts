import type { RepairCategory } from '#domain/store/catalogue.ts';
import { repairCategories } from '#domain/store/catalogue.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

type Period = { readonly days: number; readonly km: number };

/** The least a repairer must promise, whichever comes first, from the car's leaving (机动车维修管理规定). */
const legalGuarantee = {
  maintenance: { days: 10, km: 2000 },
  minor: { days: 10, km: 2000 },
  special: { days: 10, km: 2000 },
  assembly: { days: 100, km: 20_000 },
} as const satisfies Record<RepairCategory, Period>;

/** What the store promises for each category of the repair, never below the law (R247). */
export const guaranteesOf = (categories: ReadonlySet<RepairCategory>, { repairGuarantee }: StoreSettings) =>
  repairCategories
    .filter((category) => categories.has(category))
    .map((category) => {
      const { days: legalDays, km: legalKm } = legalGuarantee[category];
      const promised = repairGuarantee[category];
      const days = Math.max(promised.days, legalDays);
      return { category, days, km: Math.max(promised.km, legalKm), legalDays, legalKm };
    });
