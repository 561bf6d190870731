import { useQueryClient } from '@tanstack/react-query';
import { signOutContract } from '#domain/staff/sign-in.contract.ts';
import { call } from '#web/api/client.ts';
import { chooseStore } from '#web/api/place.ts';
import { pathTo } from '#web/app/paths.ts';

/** Ends the session and forgets everything that was shown. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  return () => {
    const leave = () => {
      client.clear();
      chooseStore(null);
      globalThis.location.assign(pathTo('sign_in'));
    };
    call(signOutContract, {}).then(leave, () => void client.invalidateQueries());
  };
}
