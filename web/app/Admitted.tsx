import { useEffect, type ComponentType } from 'react';
import { ForbiddenPage } from '#web/app/ForbiddenPage.tsx';
import { Loading } from '#web/app/Loading.tsx';
import { mayOpen, type Page } from '#web/app/page.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSessionState } from '#web/app/session.ts';
import { UnreachablePage } from '#web/app/UnreachablePage.tsx';
import { useTitle } from '#web/app/title.ts';
import { suggestLanguage } from '#web/ui/language.ts';
import { useGo } from '#web/ui/url-state.ts';

/** Shows the page to whom it is for; others are told, or asked to sign in. */
export function Admitted({ page, of: Body }: { readonly page: Page; readonly of: ComponentType }) {
  useTitle(page.title);
  return page.callers === 'public' ? <Body /> : <AdmittedStaff page={page} of={Body} />;
}

function AdmittedStaff({ page, of: Body }: { readonly page: Page; readonly of: ComponentType }) {
  const state = useSessionState();
  if (state.known && state.session && !mayOpen(page, state.session.roles)) return <ForbiddenPage />;
  return <SignedIn of={Body} />;
}

/** Shows the component once somebody is signed in, and leads to the sign-in page otherwise. */
export function SignedIn({ of: Body }: { readonly of: ComponentType }) {
  const state = useSessionState();
  const language = state.known ? state.session?.person.language : undefined;
  useEffect(() => (language ? suggestLanguage(language) : undefined), [language]);
  if (!state.known) return state.error ? <UnreachablePage error={state.error} /> : <Loading />;
  return state.session ? <Body /> : <ToSignIn />;
}

function ToSignIn() {
  const go = useGo();
  useEffect(() => {
    const { pathname, search } = globalThis.location;
    go(pathTo('sign_in', {}, { next: `${pathname}${search}` }), { replace: true });
  }, [go]);
  return <Loading />;
}
