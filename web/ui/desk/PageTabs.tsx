import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useUrlState } from '#web/ui/url-state.ts';

type Tab = { readonly key: string; readonly label: string; readonly children: ReactNode };

type Props = {
  readonly tabs: readonly Tab[];
  /** Filters of the tabs with their defaults, which another tab begins with. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly className?: string | undefined;
};

/** The tabs of a page. The open one stands in the address; an address that names none of them opens the first. */
export function PageTabs({ tabs, filters = {}, className = '' }: Props) {
  const first = tabs[0]?.key ?? '';
  const begin = { ...filters, page: '1' };
  const known = Object.fromEntries(tabs.map(({ key }) => [key, true]));
  const [{ tab }, setUrl] = useUrlState<Readonly<Record<string, string>>>({ ...begin, tab: first }, { tab: known });
  return (
    <Tabs
      className={className}
      activeKey={tab ?? first}
      onChange={(key) => setUrl({ ...begin, tab: key })}
      items={[...tabs]}
      destroyOnHidden
    />
  );
}
