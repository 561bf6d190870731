import { describe, expect, test } from 'vitest';
import type { Contract } from '#domain/kernel/contract.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { storeContracts } from '#domain/store/store.contract.ts';
import { fieldsOf, type Field } from '#web/ui/contract-form/field-model.ts';

/** The forms with which a store is set up: nothing on them is named by their pages. */
const forms: readonly Contract[] = [...Object.values(staffContracts), ...Object.values(catalogueContracts)].filter(
  ({ kind }) => kind === 'command',
);
const known = ['version', 'staffId', 'teamId', 'bayId', 'operationId', 'partId'];

const within = (field: Field): readonly Field[] =>
  field.kind === 'group' || field.kind === 'list' ? [field, ...field.fields.flatMap(within)] : [field];
const fieldsOn = (contract: Contract) => fieldsOf(contract, known).flatMap(within);
const chinese = /[\u4E00-\u9FFF]/;

describe('what an administrator is asked is asked in words', () => {
  test.each([...forms, storeContracts.changeSettings].map((contract) => [contract.name, contract] as const))(
    '%s',
    (name, contract) => {
      const fields = fieldsOn(contract).filter((field) => field.name !== 'settings');
      const labels = fields.map((field) => fieldWordsOf(field.name, name).zh);
      expect(labels.filter((label) => !chinese.test(label))).toEqual([]);
      const offered = fields.flatMap((field) =>
        'values' in field ? field.values.map((value) => valueWordsOf(field.name, value).zh) : [],
      );
      expect(offered.filter((label) => !chinese.test(label))).toEqual([]);
    },
  );

  test('a code of the catalogue is no collection code, a team has no surname, and days are counted', () => {
    const label = (name: string, form: string) => fieldWordsOf(name, form).zh;
    expect(label('code', 'store.createPart')).toBe('编号');
    expect(label('code', 'delivery.handOver')).toBe('取车码');
    expect(label('name', 'staff.createTeam')).toBe('班组名称');
    expect(label('days', 'store.changeSettings')).toBe('天数');
  });
});
