import type { Contract } from '#domain/kernel/contract.ts';

export type RequestParts = {
  readonly params: Readonly<Record<string, string>>;
  /** All that is no path parameter. */
  readonly body: Readonly<Record<string, unknown>>;
};

const placeholder = /:(\w+)/g;

/** Path parameters apart from the rest, as the contract's path names them. */
export function splitInput({ path }: Contract, input: object): RequestParts {
  const names = new Set([...path.matchAll(placeholder)].map(([, name]) => name));
  const entries = Object.entries(input as Record<string, unknown>);
  const params = entries.filter(([name]) => names.has(name)).map(([name, value]) => [name, String(value)]);
  return {
    params: Object.fromEntries(params) as Record<string, string>,
    body: Object.fromEntries(entries.filter(([name]) => !names.has(name))),
  };
}

/** The path with its parameters, and for a read the query. */
export function pathOf({ path, method }: Contract, { params, body }: RequestParts): string {
  const filled = path.replaceAll(placeholder, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = method === 'GET' ? queryOf(body) : '';
  return query === '' ? filled : `${filled}?${query}`;
}

function queryOf(fields: RequestParts['body']): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item));
  }
  return query.toString();
}
