import { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import { priceListContract } from '#domain/store/price-list.contract.ts';
import { storeContracts } from '#domain/store/store.contract.ts';
import { changeOperation, changePart, createOperation, createPart } from '#server/features/store/catalogue.commands.ts';
import { listOperations, listParts } from '#server/features/store/catalogue.queries.ts';
import { readPriceList } from '#server/features/store/price-list.ts';
import { changeSettings, readSettings, storesOfPerson } from '#server/features/store/settings.ts';
import { bind, bindOpen } from '#server/http/bind.ts';

export const storeRoutes = [
  bind(storeContracts.stores, storesOfPerson),
  bind(storeContracts.readSettings, readSettings),
  bind(storeContracts.changeSettings, changeSettings),
  bind(catalogueContracts.listOperations, listOperations),
  bind(catalogueContracts.createOperation, createOperation),
  bind(catalogueContracts.changeOperation, changeOperation),
  bind(catalogueContracts.listParts, listParts),
  bind(catalogueContracts.createPart, createPart),
  bind(catalogueContracts.changePart, changePart),
  bindOpen(priceListContract, readPriceList),
];
