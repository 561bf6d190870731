import { useRouterState } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { appWords } from '#web/app/app.words.ts';
import { FindAnything } from '#web/app/find/FindAnything.tsx';
import { mayFind } from '#web/app/find/finder.ts';
import styles from '#web/app/frames/BottomBar.module.css';
import { menuFor, type MenuEntry } from '#web/app/menu.ts';
import { patterns } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneSheet } from '#web/ui/phone/PhoneSheet.tsx';

/** As many as a thumb can tell apart; the last of them opens all the others. */
const room = 5;

/** The places of a phone under the thumb, and the find box of whoever may find; nothing when there is only one place to go to. */
export function BottomBar() {
  const w = useWords(appWords);
  const { roles } = useSession();
  const entries = useMemo(() => menuFor(roles), [roles]);
  const [all, showAll] = useState(false);
  const finds = mayFind(roles);
  if (entries.length < 2 && !finds) return null;
  const places = finds ? room - 1 : room;
  const shown = entries.length > places ? entries.slice(0, places - 1) : entries;
  return (
    <nav className={styles['bar']} aria-label={w.menu}>
      {shown.map((entry) => (
        <Entry key={entry.page.path} entry={entry} brief />
      ))}
      {finds ? <FindAnything as="place" /> : null}
      {shown.length < entries.length ? (
        <button type="button" aria-haspopup="dialog" onClick={() => showAll(true)}>
          <Icon name="more" size="large" />
          <span>{w.more}</span>
        </button>
      ) : null}
      {all ? (
        <PhoneSheet title={w.allPages} onClose={() => showAll(false)}>
          <div className={styles['all']}>
            {entries.map((entry) => (
              <Entry key={entry.page.path} entry={entry} onPress={() => showAll(false)} />
            ))}
          </div>
        </PhoneSheet>
      ) : null}
    </nav>
  );
}

type EntryProps = { readonly entry: MenuEntry; readonly brief?: boolean; readonly onPress?: () => void };

function Entry({ entry, brief = false, onPress }: EntryProps) {
  const t = useT();
  const target = patterns[entry.page.path];
  const here = useRouterState({
    select: ({ location }) => location.pathname === target || location.pathname.startsWith(`${target}/`),
  });
  return (
    <PageLink to={target} aria-current={here ? 'page' : undefined} onClick={onPress}>
      <Icon name={entry.icon} size="large" />
      <span>{t((brief && entry.page.menu?.short) || entry.page.title)}</span>
    </PageLink>
  );
}
