import { languageContract } from '#domain/staff/sign-in.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { appWords } from '#web/app/app.words.ts';
import styles from '#web/app/frames/TopBar.module.css';
import { useSessionState } from '#web/app/session.ts';
import { chooseLanguage, useLanguage, useWords } from '#web/ui/language.ts';

/** Shows everything in the other language at once; a signed-in person's choice is remembered with them. */
export function LanguageSwitch() {
  const w = useWords(appWords);
  const language = useLanguage();
  const session = useSessionState();
  const remember = useContractCommand(languageContract, { touches: [] });
  const change = () => {
    const other = language === 'zh' ? 'en' : 'zh';
    chooseLanguage(other);
    if (session.known && session.session) remember.run({ language: other });
  };
  return (
    <button
      type="button"
      className={styles['language']}
      aria-label={w.language}
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={change}
    >
      {w.otherLanguage}
    </button>
  );
}
