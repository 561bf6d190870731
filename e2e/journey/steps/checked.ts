import { itemsToCheck } from '#domain/quality/check-items.ts';
import type { CheckItem, InspectionKind } from '#domain/quality/inspection.ts';
import { vehicleCheckItemNames } from '#domain/settlement/vehicle-check.items.ts';

/** Every point that a check of the kind may ask for, passed. */
export function checked(kind: InspectionKind): CheckItem[] {
  const items = kind === 'vehicle_check' ? vehicleCheckItemNames : itemsToCheck(kind);
  return items.map((item) => ({ item, result: 'pass' }));
}
