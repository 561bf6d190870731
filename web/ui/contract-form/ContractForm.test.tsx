import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { newQueryClient } from '#web/api/hooks.ts';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';

afterEach(cleanup);

const form = (version: number, reason: string) => (
  <QueryClientProvider client={newQueryClient()}>
    <ContractForm
      contract={appointmentContracts.cancel}
      known={{ appointmentId: '019ab000-0000-7000-8000-000000000001', version }}
      initial={{ reason }}
    />
  </QueryClientProvider>
);
const reason = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '原因' });

test('a form that nobody touched shows what others changed meanwhile', () => {
  const { rerender } = render(form(1, '客户出差'));
  rerender(form(2, '客户改约'));
  expect(reason().value).toBe('客户改约');
  expect(screen.queryByRole('status')).toBeNull();
});

test('a form that somebody filled in keeps what was typed, and says that others changed what it is about', () => {
  const { rerender } = render(form(1, ''));
  fireEvent.change(reason(), { target: { value: '客户生病' } });
  expect(screen.queryByRole('status')).toBeNull();
  rerender(form(2, '客户改约'));
  expect(reason().value).toBe('客户生病');
  expect(screen.getByRole('status').textContent).toContain('请核对后再提交');
});
