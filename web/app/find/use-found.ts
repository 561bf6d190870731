import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { finders, type Found } from '#web/app/find/finder.ts';
import { menuFor } from '#web/app/menu.ts';
import { patterns } from '#web/app/paths.ts';
import { appWords } from '#web/app/app.words.ts';
import { useSession } from '#web/app/session.ts';
import { activeStoreId } from '#web/api/place.ts';
import type { Words } from '#domain/kernel/words.ts';

const fits = ({ zh, en }: Words, text: string) => `${zh} ${en}`.toLowerCase().includes(text.toLowerCase());

/** What fits the text: records that the server finds first, then pages. */
export function useFound(text: string): { readonly found: readonly Found[]; readonly asking: boolean } {
  const { roles } = useSession();
  const wanted = text.trim();
  const { data = [], isFetching } = useQuery({
    queryKey: ['find', activeStoreId(), wanted],
    queryFn: async ({ signal }) => (await Promise.all(finders.map((finder) => finder(wanted, signal)))).flat(),
    enabled: wanted.length > 1 && finders.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const pages = menuFor(roles).filter(({ page }) => wanted === '' || fits(page.title, wanted));
  const asFound = pages.map(({ page, icon }): Found => ({
    key: page.path,
    icon,
    title: page.title,
    hint: appWords.findPages,
    to: patterns[page.path],
  }));
  return { found: [...(wanted.length > 1 ? data : []), ...asFound].slice(0, 12), asking: isFetching };
}
