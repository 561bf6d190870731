import { roles as roleWords } from '#domain/kernel/role.ts';
import { words } from '#domain/kernel/words.ts';
import { chooseStore } from '#web/api/place.ts';
import { appWords } from '#web/app/app.words.ts';
import styles from '#web/app/frames/TopBar.module.css';
import { pathTo } from '#web/app/paths.ts';
import { useSession, type StoreOfPerson } from '#web/app/session.ts';
import { useSignOut } from '#web/app/sign-out.ts';
import { Choice } from '#web/ui/Choice.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useOnPhone } from '#web/ui/narrow.ts';

const nameOf = ({ name, nameEn }: StoreOfPerson) => words(name, nameEn || name);

/** Who is signed in, in which roles, and the way out. */
export function PersonMenu() {
  const w = useWords(appWords);
  const t = useT();
  const { person, store, roles } = useSession();
  const signOut = useSignOut();
  const onPhone = useOnPhone();
  const name = store?.staffName ?? person.name;
  return (
    <Choice
      label={name}
      button={
        <>
          <Icon name="person" />
          <span className={styles['name']}>{name}</span>
        </>
      }
    >
      {() => (
        <div className={styles['menu']}>
          <div className={styles['who']}>
            <strong>{name}</strong>
            <small>{roles.map((role) => t(roleWords[role])).join(' · ')}</small>
          </div>
          {onPhone ? <Stores /> : null}
          <PageLink to={pathTo('own_password')}>
            <Icon name="key" />
            {w.ownPassword}
          </PageLink>
          <button type="button" onClick={signOut}>
            <Icon name="leave" />
            {w.signOut}
          </button>
        </div>
      )}
    </Choice>
  );
}

/** The store worked in; who works in several changes it here. On a phone it stands with the person. */
export function StoreMenu() {
  const w = useWords(appWords);
  const t = useT();
  const { store } = useSession();
  if (!store) return null;
  return (
    <Choice label={`${w.store}: ${t(nameOf(store))}`} button={<StoreName store={store} />}>
      {() => (
        <div className={styles['menu']}>
          <Stores />
        </div>
      )}
    </Choice>
  );
}

/** Changing the store lets every screen start anew. */
function Stores() {
  const { person, store } = useSession();
  const choose = (storeId: string) => {
    chooseStore(storeId);
    globalThis.location.assign(pathTo('start'));
  };
  return person.stores.map((each) => (
    <button
      key={each.storeId}
      type="button"
      aria-pressed={each.storeId === store?.storeId}
      onClick={() => choose(each.storeId)}
    >
      <StoreName store={each} />
    </button>
  ));
}

function StoreName({ store }: { readonly store: StoreOfPerson }) {
  const w = useWords(appWords);
  const t = useT();
  return (
    <>
      <span className={styles['name']}>{t(nameOf(store))}</span>
      {store.isDemo ? <span className={styles['demo']}>{w.demo}</span> : null}
    </>
  );
}
