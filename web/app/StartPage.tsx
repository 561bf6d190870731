import { useEffect } from 'react';
import { SignedIn } from '#web/app/Admitted.tsx';
import { AllPages } from '#web/app/AllPages.tsx';
import { homeOf } from '#web/app/home.ts';
import { Loading } from '#web/app/Loading.tsx';
import { patterns } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { useGo } from '#web/ui/url-state.ts';

/** The address `/`: leads each role to its home screen. */
export function StartPage() {
  return <SignedIn of={ToHome} />;
}

function ToHome() {
  const { roles } = useSession();
  const home = homeOf(roles);
  const go = useGo();
  useEffect(() => {
    if (home) go(patterns[home], { replace: true });
  }, [home, go]);
  return home ? <Loading /> : <AllPages />;
}
