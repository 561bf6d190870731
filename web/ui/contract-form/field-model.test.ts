import { expect, test } from 'vitest';
import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { fieldsOf } from '#web/ui/contract-form/field-model.ts';

const asked = Object.fromEntries(
  fieldsOf(receptionContracts.recordInterview, ['orderId', 'version']).map((field) => [field.name, field]),
);

test('what may be unknown is still asked as what it is', () => {
  expect(asked['inWarranty']).toMatchObject({ kind: 'yes_no', nullable: true });
  expect(asked['symptomClass']).toMatchObject({ kind: 'choice', nullable: true, values: ['a', 'b', 'c'] });
  expect(asked['preliminaryJudgement']).toMatchObject({ kind: 'long_text', nullable: true });
});

test('what the page knows is not asked', () => {
  expect(Object.keys(asked)).not.toContain('version');
});
