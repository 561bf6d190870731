import type { ThemeConfig } from 'antd';
import { colours, tones } from '#web/ui/theme.ts';

/** Who wants no motion gets none: a panel that waits for its animation would never come. */
const moves = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches !== true;

/** The tokens of theme.ts as Ant Design takes them: dense, flat, quiet. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: colours.accent,
    colorInfo: colours.accent,
    colorLink: colours.accent,
    colorSuccess: tones.good.ink,
    colorWarning: tones.warn.fill,
    colorError: tones.bad.ink,
    colorTextBase: colours.ink,
    colorTextSecondary: colours.muted,
    colorTextDescription: colours.muted,
    colorTextPlaceholder: '#6d7784',
    colorBorder: colours['line-strong'],
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.page,
    fontFamily: 'var(--font)',
    fontSize: 14,
    borderRadius: 6,
    controlHeight: 32,
    wireframe: false,
    motion: moves,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    boxShadowTertiary: 'none',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      headerBg: colours.raised,
      headerColor: colours.muted,
      headerSplitColor: 'transparent',
      cellPaddingBlock: 9,
      cellPaddingInline: 12,
      cellPaddingBlockMD: 7,
      cellPaddingInlineMD: 8,
      rowHoverBg: colours.raised,
    },
    Card: { bodyPadding: 16, headerHeight: 44 },
    Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
    Tabs: { horizontalMargin: '0 0 12px 0' },
    Segmented: { trackBg: '#e9edf1' },
  },
};
