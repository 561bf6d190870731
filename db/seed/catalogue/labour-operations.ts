import { labourGroups } from '#db/seed/catalogue/labour-groups.ts';
import type { PowerType } from '#db/seed/catalogue/models.ts';
import type { RepairCategory, Trade } from '#db/seed/catalogue/trade.ts';

export type LabourOperation = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly trade: Trade;
  readonly category: string;
  readonly hoursCenti: number;
  readonly repairCategory: RepairCategory;
  /** The drives it is for; all when left out. */
  readonly powerTypes?: readonly PowerType[];
};

/** The flat-rate list of the demonstration dealership: 120 operations. */
export const labourOperations: readonly LabourOperation[] = labourGroups.flatMap(({ prefix, rows, ...shared }) =>
  rows.map(([nameZh, nameEn, hoursCenti], index) => ({
    ...shared,
    code: `${prefix}${String(index + 1).padStart(2, '0')}`,
    nameZh,
    nameEn,
    hoursCenti,
  })),
);
