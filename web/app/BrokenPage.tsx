import { useEffect } from 'react';
import { appWords } from '#web/app/app.words.ts';
import { MessagePage } from '#web/app/MessagePage.tsx';
import { useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';

/** A page's code is gone after an update: browsers say so in their own words. */
const isOldVersion = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed/i.test(error.message);

/** What stands in for a page that broke; the rest of the screen goes on. */
export function BrokenPage({ error }: { readonly error: unknown }) {
  const w = useWords(appWords);
  useEffect(() => globalThis.reportError(error), [error]);
  return (
    <MessagePage icon="warn" title={w.broken} hint={isOldVersion(error) ? w.newVersion : w.brokenHint}>
      <PhoneButton onPress={() => globalThis.location.reload()}>{w.reload}</PhoneButton>
    </MessagePage>
  );
}
