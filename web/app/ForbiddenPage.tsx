import { appWords } from '#web/app/app.words.ts';
import { MessagePage } from '#web/app/MessagePage.tsx';
import { pathTo } from '#web/app/paths.ts';
import { useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';

export function ForbiddenPage() {
  const w = useWords(appWords);
  return (
    <MessagePage icon="key" title={w.forbidden} hint={w.forbiddenHint}>
      <PageLink to={pathTo('start')}>{w.home}</PageLink>
    </MessagePage>
  );
}
