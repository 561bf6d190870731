import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { FormContext } from '#web/ui/contract-form/form-context.ts';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import { SelectInput } from '#web/ui/contract-form/SelectInput.tsx';

afterEach(cleanup);

const people = ['刘主管', '陈主管'].map((label, index) => ({ value: `s${index}`, label }));

function shown(nullable: boolean, count: number) {
  const chosen = vi.fn<(value: unknown) => void>();
  const field: Field & { kind: 'reference' } = { kind: 'reference', name: 'toStaffId', nullable };
  const props = {
    field,
    path: 'toStaffId',
    value: null,
    onChange: chosen,
    shown: { label: '交给', problem: undefined },
  };
  render(
    <FormContext
      value={{ form: 'dispatch.handToWorkshop', error: null, options: { toStaffId: people.slice(0, count) } }}
    >
      <SelectInput {...props} />
    </FormContext>,
  );
  return chosen;
}

test('a required choice with one option is chosen', () => {
  expect(shown(false, 1)).toHaveBeenCalledExactlyOnceWith('s0');
  expect(screen.getByLabelText('刘主管')).toBeTruthy();
});

test('with two options, or where none need be chosen, the person chooses', () => {
  expect(shown(false, 2)).not.toHaveBeenCalled();
  expect(shown(true, 1)).not.toHaveBeenCalled();
});
