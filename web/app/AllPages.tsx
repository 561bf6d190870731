import { appWords } from '#web/app/app.words.ts';
import styles from '#web/app/AllPages.module.css';
import { menuFor } from '#web/app/menu.ts';
import { MessagePage } from '#web/app/MessagePage.tsx';
import { patterns } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { useSignOut } from '#web/app/sign-out.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';

/** Everything that this person may open; the first screen of who has no home screen. */
export function AllPages() {
  const w = useWords(appWords);
  const t = useT();
  const { roles, store } = useSession();
  const signOut = useSignOut();
  const entries = menuFor(roles);
  if (!store || roles.length === 0) {
    return (
      <MessagePage icon="person" title={w.noStore} hint={w.noStoreHint}>
        <PhoneButton onPress={signOut}>{w.signOut}</PhoneButton>
      </MessagePage>
    );
  }
  return (
    <main className={styles['all']}>
      <h1>{w.allPages}</h1>
      <ul>
        {entries.map(({ page, icon }) => (
          <li key={page.path}>
            <PageLink to={patterns[page.path]}>
              <Icon name={icon} />
              {t(page.title)}
            </PageLink>
          </li>
        ))}
      </ul>
    </main>
  );
}
