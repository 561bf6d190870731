export type Language = 'zh' | 'en';

/** The language that an Accept-Language header prefers; Chinese unless English is wanted more. */
export function preferredLanguage(header: string | undefined): Language {
  const wish = { zh: 0, en: 0 };
  for (const [index, part] of (header ?? '').split(',').slice(0, 20).entries()) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    if (language !== 'zh' && language !== 'en') continue;
    wish[language] = Math.max(wish[language], weight(parameters) - index / 1000);
  }
  return wish.en > wish.zh ? 'en' : 'zh';
}

function weight(parameters: readonly string[]): number {
  const q = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  const value = q === undefined ? 1 : Number(q.slice(2));
  return Number.isFinite(value) ? value : 0;
}
