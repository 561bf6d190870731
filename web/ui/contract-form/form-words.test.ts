import { expect, test } from 'vitest';
import { fieldWordsOf } from '#domain/process/field-words.ts';

test('a code of the catalogue is no collection code, a team has no surname, and days are counted', () => {
  const label = (name: string, form: string) => fieldWordsOf(name, form).zh;
  expect(label('code', 'store.createPart')).toBe('编号');
  expect(label('code', 'delivery.handOver')).toBe('取车码');
  expect(label('name', 'staff.createTeam')).toBe('班组名称');
  expect(label('name', 'customer.fileCustomer')).toBe('姓名');
  expect(label('days', 'store.changeSettings')).toBe('天数');
});
