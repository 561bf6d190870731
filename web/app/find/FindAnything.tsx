import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { appWords } from '#web/app/app.words.ts';
import styles from '#web/app/find/FindAnything.module.css';
import { useFound } from '#web/app/find/use-found.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useGo } from '#web/ui/url-state.ts';

type Props = {
  /** A wide field at the top of a desk, or a place in the bar under the thumb of a phone. */
  readonly as?: 'field' | 'place';
};

/** The one box that finds anything; `/` or Ctrl-K opens it from everywhere. */
export function FindAnything({ as = 'field' }: Props) {
  const w = useWords(appWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useFindKeys(setOpen);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <>
      {as === 'place' ? (
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="search" size="large" />
          <span>{w.find}</span>
        </button>
      ) : (
        <button
          type="button"
          className={styles['opener']}
          aria-keyshortcuts="/ Control+K"
          onClick={() => setOpen(true)}
        >
          <Icon name="search" />
          <span className={styles['hint']}>{w.findHint}</span>
          <kbd>/</kbd>
        </button>
      )}
      <dialog ref={dialog} className={styles['dialog']} aria-label={w.find} onClose={() => setOpen(false)}>
        {open ? <FindBox onLeave={() => setOpen(false)} /> : null}
      </dialog>
    </>
  );
}

function FindBox({ onLeave }: { readonly onLeave: () => void }) {
  const w = useWords(appWords);
  const t = useT();
  const go = useGo();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const { found, asking } = useFound(text);
  const chosen = Math.min(at, found.length - 1);
  const leaveTo = (index: number) => {
    const target = found[index];
    if (!target) return;
    onLeave();
    go(target.to);
  };
  // Whoever scans or types fast enters before the answer is there; what is shown until then was found for another text.
  useEffect(() => {
    if (entered && !asking) leaveTo(chosen);
  });
  const keys = (event: KeyboardEvent) => {
    // The keys of an input method choose characters: pinyin is not finished yet.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') setEntered(true);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(found.length - 1, chosen + (event.key === 'ArrowDown' ? 1 : -1))));
  };
  const change = (value: string) => {
    setText(value);
    setAt(0);
    setEntered(false);
  };
  return (
    <div className={styles['box']}>
      <label className={styles['field']}>
        <Icon name="search" />
        <input
          aria-controls={listId}
          aria-label={w.find}
          placeholder={w.findHint}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={keys}
        />
      </label>
      <output className="visually-hidden">{found[chosen] ? t(found[chosen].title) : ''}</output>
      <ul id={listId} aria-label={w.find} aria-busy={asking}>
        {found.map((each, index) => (
          <li key={each.key} data-chosen={index === chosen}>
            <button type="button" onPointerMove={() => setAt(index)} onClick={() => leaveTo(index)}>
              <Icon name={each.icon} />
              <span className={styles['title']}>{t(each.title)}</span>
              <small>{t(each.hint)}</small>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && !asking ? <p className={styles['nothing']}>{t(appWords.findNothing, { text })}</p> : null}
    </div>
  );
}

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

function useFindKeys(setOpen: (open: boolean) => void): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const isCtrlK = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !writes(event.target);
      if (!isCtrlK && !isSlash) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [setOpen]);
}
