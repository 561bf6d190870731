import { useLanguage } from '#web/ui/language.ts';

type Props = { readonly items: readonly string[]; readonly none?: string };

/** Several things in one line, parted as the shown language parts them. */
export function Listed({ items, none = '' }: Props) {
  const language = useLanguage();
  return items.join(language === 'zh' ? '、' : ', ') || none;
}
