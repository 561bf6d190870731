import type { z } from 'zod';
import type { Contract, OutputOf } from '#domain/kernel/contract.ts';
import { attemptKey, settleAttempt } from '#web/api/attempt.ts';
import { placeHeaders } from '#web/api/place.ts';
import { notGiven, refusalOf, Unreachable } from '#web/api/refusal.ts';
import { currentLanguage } from '#web/ui/language.ts';

/** What a caller writes: fields with defaults may be left out. */
export type CallInput<C extends Contract> = z.input<C['input']>;

export type CallOptions = { readonly signal?: AbortSignal; readonly files?: Readonly<Record<string, readonly File[]>> };

type Fields = Readonly<Record<string, unknown>>;

const apiRoot = '/api/v1';

/** The address of a contract with its path parameters filled, and the fields that are left for query or body. */
export function addressOf(contract: Contract, input: Fields): { path: string; rest: Fields } {
  const used = new Set<string>();
  const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = input[name];
    if (value === undefined || value === null || value === '') throw notGiven(name);
    used.add(name);
    return encodeURIComponent(String(value as string | number));
  });
  return {
    path: `${apiRoot}${path}`,
    rest: Object.fromEntries(Object.entries(input).filter(([name]) => !used.has(name))),
  };
}

/** Calls one endpoint. Throws `ApiRefusal` when the server says no, `Unreachable` when nobody answers. */
export async function call<C extends Contract>(
  contract: C,
  input: CallInput<C>,
  options: CallOptions = {},
): Promise<OutputOf<C>> {
  const response = await request(contract, input as Fields, options);
  return (await response.json()) as OutputOf<C>;
}

/** Fetches a paper or a picture that an endpoint answers as a file. */
export async function callForFile<C extends Contract>(contract: C, input: CallInput<C>): Promise<Blob> {
  return (await request(contract, input as Fields, {})).blob();
}

async function request(contract: Contract, input: Fields, options: CallOptions): Promise<Response> {
  const { path, rest } = addressOf(contract, input);
  const isRead = contract.method === 'GET';
  const attempt = isRead ? null : attemptKey(`${path} ${JSON.stringify(rest)}`);
  const init: RequestInit = {
    method: contract.method,
    headers: {
      ...headers(),
      ...(attempt ? { 'Idempotency-Key': attempt.key } : {}),
      ...contentHeader(isRead, options),
    },
    ...(options.signal ? { signal: options.signal } : {}),
    ...(isRead ? {} : { body: bodyOf(rest, options) }),
  };
  const response = await answerTo(isRead ? `${path}${queryOf(rest)}` : path, init);
  if (attempt && response.status < 500) settleAttempt(attempt);
  if (!response.ok) throw refusalOf(response.status, await response.json().catch(() => null));
  return response;
}

const headers = (): Record<string, string> => ({
  Accept: 'application/json',
  'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
  ...placeHeaders(),
});

const contentHeader = (isRead: boolean, { files }: CallOptions): Record<string, string> =>
  isRead || files ? {} : { 'Content-Type': 'application/json' };

function bodyOf(fields: Fields, { files }: CallOptions): BodyInit {
  const json = JSON.stringify(fields);
  if (!files) return json;
  const form = new FormData();
  form.append('input', json);
  for (const [field, list] of Object.entries(files)) list.forEach((file) => form.append(field, file, file.name));
  return form;
}

function queryOf(fields: Fields): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null || value === '') continue;
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) query.append(name, String(each));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

async function answerTo(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable();
  }
}
