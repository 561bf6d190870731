import { useMemo, useSyncExternalStore } from 'react';
import { fill, type Words } from '#domain/kernel/words.ts';

export type Language = 'zh' | 'en';
/** Texts of one capability or page, by key. */
export type Dictionary = Readonly<Record<string, Words>>;
type Values = Readonly<Record<string, string | number>>;

const storageKey = 'jiaoche.language';
const listeners = new Set<() => void>();
let chosen = remembered();
let current: Language = chosen ?? 'zh';
mark();

function remembered(): Language | null {
  const stored = globalThis.localStorage?.getItem(storageKey);
  return stored === 'zh' || stored === 'en' ? stored : null;
}

function mark(): void {
  globalThis.document?.documentElement.setAttribute('lang', current === 'zh' ? 'zh-CN' : 'en');
}

function show(language: Language): void {
  if (language === current) return;
  current = language;
  mark();
  listeners.forEach((listener) => listener());
}

export const currentLanguage = (): Language => current;

/** Shows another language at once and remembers it on this device. */
export function chooseLanguage(language: Language): void {
  chosen = language;
  globalThis.localStorage?.setItem(storageKey, language);
  show(language);
}

/** Shows the person's own language where nobody chose one on this device. */
export function suggestLanguage(language: Language): void {
  if (chosen === null) show(language);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);

/** One text in the given language, its `{places}` filled. */
export const textOf = (text: Words, language: Language, values?: Values): string =>
  (values ? fill(text, values) : text)[language];

/** `t(words)` in the shown language; `t(words, { count: 3 })` fills places. */
export function useT(): (text: Words, values?: Values) => string {
  const language = useLanguage();
  return useMemo(() => (text: Words, values?: Values) => textOf(text, language, values), [language]);
}

/** A dictionary in the shown language: `w.save`. */
export function useWords<D extends Dictionary>(dictionary: D): { readonly [Key in keyof D]: string } {
  const language = useLanguage();
  return useMemo(() => {
    const entries = Object.entries(dictionary).map(([key, text]) => [key, text[language]]);
    return Object.fromEntries(entries) as { [Key in keyof D]: string };
  }, [dictionary, language]);
}
