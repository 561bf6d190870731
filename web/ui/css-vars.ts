import type { CSSProperties } from 'react';

/** The one use of `style`: handing positions and measures to a CSS module as custom properties. */
export function cssVars(values: Readonly<Record<string, string | number>>): CSSProperties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value])) as CSSProperties;
}
