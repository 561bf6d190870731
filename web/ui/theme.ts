/** The one look of the system. Ant Design on desktop pages and our plain components on phone pages both read it. */
export const colours = {
  ink: '#18212c',
  muted: '#566170',
  faint: '#8a94a1',
  line: '#dde2e8',
  'line-strong': '#c3cad3',
  page: '#f4f6f8',
  surface: '#ffffff',
  raised: '#fafbfc',
  accent: '#1846c4',
  'accent-strong': '#12358f',
  'accent-soft': '#e8eefc',
  'on-accent': '#ffffff',
} as const;

/** What a state is worth. Each tone comes with a shape and a word, never alone. */
export const tones = {
  neutral: { ink: '#465160', fill: '#8a94a1', soft: '#eef1f4' },
  active: { ink: '#1846c4', fill: '#2f62e6', soft: '#e8eefc' },
  good: { ink: '#13692f', fill: '#22994a', soft: '#e4f4e9' },
  warn: { ink: '#8a4b00', fill: '#e68600', soft: '#fdf0dc' },
  bad: { ink: '#b3201d', fill: '#d93a34', soft: '#fce9e8' },
} as const satisfies Record<string, { ink: string; fill: string; soft: string }>;

export type Tone = keyof typeof tones;

export const fontFamily =
  "system-ui, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

/** English is drawn by a Latin font, whose quotes and apostrophes are as narrow as its letters. */
const latinFontFamily =
  "'Segoe UI', -apple-system, Roboto, Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif";

const lengths = {
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '24px',
  'space-6': '32px',
  'radius-s': '4px',
  radius: '6px',
  'radius-l': '10px',
  'text-xs': '12px',
  'text-s': '13px',
  text: '14px',
  'text-l': '16px',
  'text-xl': '20px',
  'text-xxl': '28px',
  touch: '44px',
} as const;

/** The tokens as the custom properties of theme.css; the font follows the language of the page. */
export function cssOfTheme(): string {
  const toneEntries = Object.entries(tones).flatMap(([tone, shades]) =>
    Object.entries(shades).map(([shade, colour]) => [`${tone}-${shade}`, colour]),
  );
  const entries = [...Object.entries(colours), ...toneEntries, ...Object.entries(lengths), ['font', fontFamily]];
  const root = entries.map(([name, value]) => `  --${name}: ${value};`).join('\n');
  return `:root {\n${root}\n}\n\n:root:lang(en) {\n  --font: ${latinFontFamily};\n}\n`;
}
