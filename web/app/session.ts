import type { z } from 'zod';
import type { StaffRole } from '#domain/kernel/role.ts';
import { sessionContract, type sessionSchema } from '#domain/staff/sign-in.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';

type Person = NonNullable<z.output<typeof sessionSchema>['person']>;
export type StoreOfPerson = Person['stores'][number];

export type Session = {
  readonly person: Person;
  /** The store worked in, null for a person without any. */
  readonly store: StoreOfPerson | null;
  readonly roles: readonly StaffRole[];
  readonly staffId: string | null;
};

export type SessionState =
  | { readonly known: false; readonly error: Error | null }
  | { readonly known: true; readonly session: Session | null };

/** Who is signed in, as far as it is known yet. */
export function useSessionState(): SessionState {
  const { data, error } = useContractQuery(sessionContract, {});
  if (!data) return { known: false, error };
  return { known: true, session: data.person ? sessionOf(data.person) : null };
}

function sessionOf(person: Person): Session {
  const store = person.stores.find(({ storeId }) => storeId === person.activeStoreId) ?? null;
  return { person, store, roles: store?.roles ?? [], staffId: store?.staffId ?? null };
}

/** The session of a page that only staff open. */
export function useSession(): Session {
  const state = useSessionState();
  if (!state.known || !state.session) throw new Error('a page for staff was shown to nobody');
  return state.session;
}
