import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { newQueryClient } from '#web/api/hooks.ts';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';

type Sent = { readonly version: number; readonly reason: string };
let client: QueryClient;
let sent: Sent[];

/** A server whose appointment stands at a version: what was filled in upon another one is refused. */
function serverAt(version: number): void {
  const { code, words } = refuse('stale_version');
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const input = JSON.parse(init.body as string) as Sent;
    sent.push(input);
    const answer = input.version === version ? Response.json({}) : Response.json({ code, ...words }, { status: 409 });
    return Promise.resolve(answer);
  });
}

beforeEach(() => {
  client = newQueryClient();
  sent = [];
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const form = (version: number, reason: string) => (
  <QueryClientProvider client={client}>
    <ContractForm
      contract={appointmentContracts.cancel}
      known={{ appointmentId: '019ab000-0000-7000-8000-000000000001', version }}
      initial={{ reason }}
    />
  </QueryClientProvider>
);
const reason = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '原因' });
const type = (text: string) => fireEvent.change(reason(), { target: { value: text } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** A form half filled in while somebody else changed the appointment. */
function outdated(): void {
  const { rerender } = render(form(1, ''));
  type('客户生病');
  expect(screen.queryByRole('status')).toBeNull();
  rerender(form(2, '客户改约'));
}

test('a form that nobody touched shows what others changed meanwhile', () => {
  const { rerender } = render(form(1, '客户出差'));
  rerender(form(2, '客户改约'));
  expect(reason().value).toBe('客户改约');
  expect(screen.queryByRole('status')).toBeNull();
});

test('a form that somebody filled in keeps what was typed, and says what others changed', () => {
  outdated();
  expect(reason().value).toBe('客户生病');
  const notice = screen.getByRole('status').textContent;
  expect(notice).toContain('请核对后再提交');
  expect(notice).toContain('现在：客户改约');
  expect(notice).toContain('您填写的：客户生病');
});

test('a form sends the version that it was filled from: nobody writes over what others changed meanwhile', async () => {
  serverAt(2);
  outdated();
  press('取消预约');
  await screen.findByRole('alert');
  expect(sent).toEqual([{ version: 1, reason: '客户生病' }]);
  expect(reason().value).toBe('客户生病');
});

test('newer values are taken over where others changed them, and what was typed there stays to be read', async () => {
  serverAt(2);
  outdated();
  press('采用最新内容');
  expect(reason().value).toBe('客户改约');
  expect(screen.getByRole('status').textContent).toContain('客户生病');
  press('取消预约');
  await waitFor(() => expect(sent).toEqual([{ version: 2, reason: '客户改约' }]));
});

test('what was typed is sent upon the newer version by a press that says so', async () => {
  serverAt(2);
  outdated();
  press('按我填写的提交');
  await waitFor(() => expect(sent).toEqual([{ version: 2, reason: '客户生病' }]));
  expect(screen.queryByRole('status')).toBeNull();
});

test('what the page was still asking for when somebody began to type is no change by others', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const asked = client.fetchQuery({ queryKey: ['asked'], queryFn: () => promise });
  const { rerender } = render(form(1, ''));
  type('客户生病');
  rerender(form(2, ''));
  expect(screen.queryByRole('status')).toBeNull();
  resolve('here');
  await asked;
  await waitFor(() => expect(client.isFetching()).toBe(0));
  rerender(form(3, ''));
  await screen.findByRole('status');
});
