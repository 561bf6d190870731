import { categoryName } from '#db/seed/catalogue/category-names.ts';
import { defaultSettings, type StoreSettings } from '#domain/store/settings.ts';
import type { Bay, BayKind, Team } from '#domain/staff/staff.ts';
import type { LabourOperation } from '#domain/store/catalogue.ts';
import type { Part, Stock } from '#domain/parts/parts.ts';
import { labourOperations } from '#db/seed/catalogue/labour-operations.ts';
import { generateParts } from '#db/seed/catalogue/parts.ts';
import { bays, generateStaff, teams, type CatalogueBay, type CatalogueStore } from '#db/seed/catalogue/staff.ts';
import type { Trade } from '#db/seed/catalogue/trade.ts';
import type { Colleague } from '#db/seed/engine/world.ts';

type Making = { readonly store: CatalogueStore; readonly newId: () => string };

/** The store's own settings: who it is, its published rates, its rules (R006). */
export const settingsOf = (store: CatalogueStore): StoreSettings => ({
  ...defaultSettings,
  address: store.address,
  phone: store.phone,
  serviceHotline: store.phone,
  taxId: store.taxId,
  bankAccount: '示范银行城南支行 6200 0000 0000 1888',
  hourlyRateFen: store.labourRateFen,
  paymentMethods: ['cash', 'card', 'wechat', 'alipay', 'bank_transfer', 'credit'],
});

const tradesOfTeam: Readonly<Record<string, readonly Trade[]>> = {
  ME1: ['mechanical_electrical'],
  ME2: ['mechanical_electrical', 'detailing'],
  BP: ['body', 'paint'],
};

export function makeTeams({ store, newId }: Making): ReadonlyMap<string, Team> {
  const own = teams.filter(({ storeCode }) => storeCode === store.code);
  return new Map(
    own.map(({ code, nameZh, nameEn }) => [
      code,
      {
        teamId: newId(),
        name: nameZh,
        nameEn,
        trades: [...(tradesOfTeam[code] ?? [])],
        active: true,
        version: 1,
      },
    ]),
  );
}

/** Everyone of the store, with their roles; `user` tells how each signs in. */
export function makeStaff({ store, newId }: Making, teamsByCode: ReadonlyMap<string, Team>): readonly Colleague[] {
  const own = generateStaff().filter(({ storeCode }) => storeCode === store.code);
  return own.map(({ username, name, phone, roles, teamCode, trades }) => ({
    staffId: newId(),
    userId: `demo-${username}`,
    username,
    name,
    phone,
    teamId: teamCode === null ? null : (teamsByCode.get(teamCode)?.teamId ?? null),
    leadsTeam: roles.includes('team_leader'),
    trades: [...trades],
    slots: 1,
    active: true,
    version: 1,
    roles,
  }));
}

const bayKindOf = ({ kind, code }: CatalogueBay): BayKind => {
  if (kind !== 'mechanical') return kind;
  return code === 'M5' ? 'quick' : 'lift';
};
const bayTrades: Readonly<Record<CatalogueBay['kind'], Trade>> = {
  mechanical: 'mechanical_electrical',
  alignment: 'mechanical_electrical',
  body: 'body',
  paint: 'paint',
  wash: 'detailing',
};

export function makeBays({ store, newId }: Making): readonly Bay[] {
  const own = bays.filter(({ storeCode }) => storeCode === store.code);
  return own.map((bay, index) => ({
    bayId: newId(),
    name: bay.nameZh,
    kind: bayKindOf(bay),
    trade: bayTrades[bay.kind],
    exclusive: true,
    active: true,
    sort: index + 1,
    version: 1,
  }));
}

/** The published flat-rate hours, by code (R322). */
export function makeOperations({ newId }: Making): ReadonlyMap<string, LabourOperation> {
  return new Map(
    labourOperations.map((operation) => [
      operation.code,
      {
        operationId: newId(),
        code: operation.code,
        name: operation.nameZh,
        nameEn: operation.nameEn,
        trade: operation.trade,
        category: categoryName(operation.category),
        repairCategory: operation.repairCategory,
        flatRateHoursCenti: operation.hoursCenti,
        hourlyRateFen: null,
        taxRateBp: 1300,
        active: true,
        version: 1,
      },
    ]),
  );
}

export type Shelf = { readonly part: Part; readonly stock: Stock };

/** Parts with what lies on their shelves, by code. */
export function makeParts({ newId }: Making): ReadonlyMap<string, Shelf> {
  return new Map(
    generateParts().map((part) => {
      const partId = newId();
      const { code, nameZh, nameEn, brand, category, unit, origin, taxRateBp, bin, minimumMilli } = part;
      const names = { partId, code, name: nameZh, nameEn, brand, category: categoryName(category), unit, origin };
      const figures = { priceFen: part.unitPriceFen, taxRateBp, bin, minimumMilli, active: true, version: 1 };
      const stock = { partId, onHandMilli: part.onHandMilli, reservedMilli: 0, averageCostFen: part.averageCostFen };
      return [code, { part: { ...names, ...figures }, stock }];
    }),
  );
}
