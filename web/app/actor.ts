import type { Actor } from '#domain/kernel/role.ts';
import { useSession } from '#web/app/session.ts';

/** The signed-in person as the domain's rules know an actor, so that a button asks the same rule as the server. */
export function useActor(): Actor {
  const { store, roles, staffId } = useSession();
  return { kind: 'staff', storeId: store?.storeId ?? '', staffId: staffId ?? '', roles };
}
