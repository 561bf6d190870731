import { useParams, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

type Texts = Readonly<Record<string, string>>;
type Choices<T extends Texts> = { readonly [Name in keyof T]?: object };

/** Goes to an address made by `pathTo`. */
export function useGo(): (to: string, options?: { readonly replace?: boolean }) => void {
  const { history } = useRouter();
  return useCallback((to, options) => (options?.replace ? history.replace(to) : history.push(to)), [history]);
}

/** The parameters of the page's path, as text. */
export function usePathParams(): Texts {
  return useParams({ strict: false });
}

/**
 * Filters that live in the address, so that a list can be sent, reloaded and gone back to:
 * `const [filters, setFilters] = useUrlState({ state: 'open', find: '' })`. A value equal to its default is left out; one that is no
 * key of its choices is its default.
 */
export function useUrlState<T extends Texts>(
  defaults: T,
  choices: Choices<T> = {},
): [T, (changes: Partial<T>) => void] {
  const { history } = useRouter();
  const search = useRouterState({ select: ({ location }) => location.searchStr });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const known = JSON.stringify(defaults);
  const allowed = JSON.stringify(Object.entries(choices).map(([name, each]) => [name, Object.keys(each ?? {})]));
  const state = useMemo(() => {
    const query = new URLSearchParams(search);
    const only = new Map(JSON.parse(allowed) as [string, string[]][]);
    const entries = Object.entries(JSON.parse(known) as Texts).map(([name, value]) => {
      const given = query.get(name) ?? value;
      return [name, only.get(name)?.includes(given) === false ? value : given];
    });
    return Object.fromEntries(entries) as T;
  }, [search, known, allowed]);
  const change = useCallback(
    (changes: Partial<T>) => {
      const query = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes as Texts)) {
        if (value === undefined || value === (JSON.parse(known) as Texts)[name]) query.delete(name);
        else query.set(name, value);
      }
      const text = query.toString();
      history.replace(text ? `${path}?${text}` : path);
    },
    [history, search, path, known],
  );
  return [state, change];
}
