import { expect, test } from 'vitest';
import { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { fieldsOf } from '#web/ui/contract-form/field-model.ts';
import { valueText } from '#web/ui/contract-form/value-text.ts';

const { takePayment } = settlementContracts;
const telling = { t: ({ zh }: { zh: string }) => zh, options: {}, form: takePayment.name };

/** What stands beside the form for a field of a payment. */
function told(name: string, value: unknown): string {
  const field = fieldsOf(takePayment, ['orderId']).find((each) => each.name === name);
  if (!field) throw new Error(`a payment has no ${name}`);
  return valueText(field, value, telling);
}

test.each([
  ['an amount in yuan', 'amountFen', 123_450, '¥1,234.50'],
  ['a method by its name', 'method', 'cash', '现金'],
  ['what is empty as empty', 'reference', null, '（空）'],
  ['a text as it was typed', 'reference', '尾号 1234', '尾号 1234'],
])('beside a form stands %s', (...[, name, value, text]) => {
  expect(told(name, value)).toBe(text);
});
