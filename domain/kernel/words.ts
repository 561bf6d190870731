/** A text the interface shows: Chinese first, English complete. */
export type Words = { readonly zh: string; readonly en: string };

/** Shorthand for a pair of texts. */
export const words = (zh: string, en: string): Words => ({ zh, en });

/** Fills `{name}` places of both texts. Unknown places stay visible, so that a missing value is noticed. */
export function fill(text: Words, values: Readonly<Record<string, string | number>>): Words {
  const put = (template: string) =>
    template.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  return { zh: put(text.zh), en: put(text.en) };
}
