import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { finders, mayFind, type Found } from '#web/app/find/finder.ts';
import { menuFor } from '#web/app/menu.ts';
import { mayOpen } from '#web/app/page.ts';
import { pages as allPages } from '#web/app/pages.ts';
import { patterns } from '#web/app/paths.ts';
import { appWords } from '#web/app/app.words.ts';
import { useSession } from '#web/app/session.ts';
import { activeStoreId } from '#web/api/place.ts';
import type { Words } from '#domain/kernel/words.ts';

const fits = ({ zh, en }: Words, text: string) => `${zh} ${en}`.toLowerCase().includes(text.toLowerCase());

/** What fits the text and may be opened: records that the server finds first, then pages. */
export function useFound(text: string): { readonly found: readonly Found[]; readonly asking: boolean } {
  const { roles } = useSession();
  const wanted = text.trim();
  const { data = [], isFetching } = useQuery({
    queryKey: ['find', activeStoreId(), wanted],
    queryFn: async ({ signal }) => (await Promise.all(finders.map((finder) => finder(wanted, signal)))).flat(),
    enabled: wanted.length > 1 && mayFind(roles),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const pages = menuFor(roles).filter(({ page }) => wanted === '' || fits(page.title, wanted));
  const asFound = pages.map(({ page, icon }): Found => ({
    key: page.path,
    icon,
    title: page.title,
    hint: appWords.findPages,
    page: page.path,
    to: patterns[page.path],
  }));
  const opens = ({ page }: Found) => allPages.some((each) => each.path === page && mayOpen(each, roles));
  const records = wanted.length > 1 ? data.filter(opens) : [];
  return { found: [...records, ...asFound].slice(0, 12), asking: isFetching };
}
