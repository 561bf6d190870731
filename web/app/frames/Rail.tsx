import { useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { appWords } from '#web/app/app.words.ts';
import styles from '#web/app/frames/Rail.module.css';
import { menuFor, type MenuEntry } from '#web/app/menu.ts';
import { pathTo, patterns } from '#web/app/paths.ts';
import { productName } from '#web/app/product.ts';
import { useSession } from '#web/app/session.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';

/** The pages of this person's roles, with what waits on each. */
export function Rail() {
  const w = useWords(appWords);
  const t = useT();
  const { roles } = useSession();
  const entries = useMemo(() => menuFor(roles), [roles]);
  return (
    <nav className={styles['rail']} aria-label={w.menu}>
      <PageLink className={styles['brand'] ?? ''} to={pathTo('start')}>
        <img src="/wheel.svg" alt="" width={26} height={26} />
        <strong>{t(productName)}</strong>
      </PageLink>
      <ul>
        {entries.map((entry) => (
          <RailEntry key={entry.page.path} entry={entry} />
        ))}
      </ul>
    </nav>
  );
}

function RailEntry({ entry }: { readonly entry: MenuEntry }) {
  const t = useT();
  const target = patterns[entry.page.path];
  const here = useRouterState({
    select: ({ location }) => location.pathname === target || location.pathname.startsWith(`${target}/`),
  });
  const title = t(entry.page.title);
  return (
    <li>
      <PageLink className={styles['entry'] ?? ''} to={target} title={title} aria-current={here ? 'page' : undefined}>
        <Icon name={entry.icon} />
        <span className={styles['title']}>{title}</span>
      </PageLink>
    </li>
  );
}
