import { appWords } from '#web/app/app.words.ts';
import { MessagePage } from '#web/app/MessagePage.tsx';
import { wordsOf } from '#web/api/refusal.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';

export function UnreachablePage({ error }: { readonly error: Error }) {
  const w = useWords(appWords);
  const t = useT();
  return (
    <MessagePage icon="offline" title={w.unreachable} hint={t(wordsOf(error))}>
      <PhoneButton onPress={() => globalThis.location.reload()}>{w.reload}</PhoneButton>
    </MessagePage>
  );
}
