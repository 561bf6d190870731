import { changePassword } from '#db/sign-in.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import {
  firstRunContract,
  firstRunNeededContract,
  languageContract,
  ownPasswordContract,
  sessionContract,
  signInContract,
  signOutContract,
} from '#domain/staff/sign-in.contract.ts';
import type { Person } from '#server/access/identity.ts';
import { bindOpen, type Binding, type OpenCall } from '#server/http/bind.ts';

/** Signing in and out, and the first run. */
export const sessionRoutes: readonly Binding[] = [
  bindOpen(
    signInContract,
    async ({ deps, request, reply }, input) => {
      const signedIn = await deps.access.identity.signIn(input, request.headers['user-agent']);
      if (isRefusal(signedIn)) return signedIn;
      reply.header('set-cookie', signedIn.setCookie);
      return {};
    },
    { guarded: true },
  ),
  bindOpen(sessionContract, async ({ deps, request }) => {
    const cookie = sessionCookie({ deps, request });
    const person = cookie === undefined ? null : await deps.access.identity.personOf(cookie);
    return { person: person && shown(person, request.headers['store-id']) };
  }),
  bindOpen(signOutContract, async ({ deps, request, reply }) => {
    const cookie = sessionCookie({ deps, request });
    if (cookie !== undefined) reply.header('set-cookie', (await deps.access.identity.signOut(cookie)).setCookie);
    return {};
  }),
  bindOpen(languageContract, async ({ deps, request }, { language }) => {
    const cookie = sessionCookie({ deps, request });
    const person = cookie === undefined ? null : await deps.access.identity.personOf(cookie);
    if (cookie === undefined || !person) return refuse('unauthenticated');
    await deps.database.db.updateTable('sign_in_user').set({ language }).where('id', '=', person.userId).execute();
    deps.access.identity.forgetPeople();
    return {};
  }),
  bindOpen(ownPasswordContract, changeOwnPassword, { guarded: true }),
  bindOpen(firstRunNeededContract, async ({ deps }) => ({ needed: await deps.firstRun.needed() })),
  bindOpen(firstRunContract, ({ deps }, input) => deps.firstRun.open(input), { guarded: true }),
];

/** The new password opens a session of its own, so that whoever changed it stays signed in here. */
async function changeOwnPassword(
  { deps, request, reply }: OpenCall,
  { current, password }: InputOf<typeof ownPasswordContract>,
) {
  const { identity } = deps.access;
  const cookie = sessionCookie({ deps, request });
  const person = cookie === undefined ? null : await identity.personOf(cookie);
  if (!person) return refuse('unauthenticated');
  const { userId, username } = person;
  const agent = request.headers['user-agent'];
  if (isRefusal(await identity.signIn({ username, password: current }, agent)))
    return refuse('password_wrong', { field: 'current' });
  await changePassword(deps.database.db, userId, password);
  identity.forgetPeople();
  const signedIn = await identity.signIn({ username, password }, agent);
  if (isRefusal(signedIn)) return signedIn;
  reply.header('set-cookie', signedIn.setCookie);
  return {};
}

const sessionCookie = ({ deps, request }: Pick<OpenCall, 'deps' | 'request'>) =>
  request.cookies[deps.access.identity.cookieName];

/** A store that is not theirs, as an earlier person's screen may name, gives way to the first that is. */
function shown({ username, name, language, stores }: Person, wanted: unknown) {
  const listed = stores.map((store) => ({ ...store, roles: [...store.roles] }));
  const active = stores.find(({ storeId }) => storeId === wanted) ?? stores[0];
  return { username, name, language, stores: listed, activeStoreId: active?.storeId ?? null };
}
