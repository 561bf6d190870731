import { importContracts } from '#domain/import/import.contract.ts';
import { apply, discard, preview } from '#server/features/import/import.commands.ts';
import { badRows, listImports, readImport, template } from '#server/features/import/import.queries.ts';
import { bind } from '#server/http/bind.ts';

export const importRoutes = [
  bind(importContracts.template, template),
  bind(importContracts.list, listImports),
  bind(importContracts.read, readImport),
  bind(importContracts.badRows, badRows),
  bind(importContracts.preview, preview),
  bind(importContracts.apply, apply),
  bind(importContracts.discard, discard),
];
