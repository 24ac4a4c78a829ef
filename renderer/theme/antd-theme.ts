import { theme, type ThemeConfig } from 'antd';
import { isDark, isHighContrast, type Palette } from './palette.ts';

/** antd in our colours and measures. */
export function antdTheme(palette: Palette): ThemeConfig {
  return {
    algorithm: isDark(palette) ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.ink,
      colorInfo: palette.note,
      colorSuccess: palette.good,
      colorWarning: palette.warn,
      colorError: palette.bad,
      colorLink: palette.ink,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkFaint,
      colorTextPlaceholder: palette.inkFaint,
      colorWhite: palette.surface,
      colorTextLightSolid: palette.surface,
      colorTextDisabled: palette.inkFaint,
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBgLayout: palette.paper,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      borderRadius: 4,
      borderRadiusLG: 6,
      controlHeight: 36,
      controlHeightLG: 42,
      fontSize: 15,
      lineHeight: 1.6,
      fontFamily: 'var(--faces)',
      controlOutline: 'transparent',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      lineWidthFocus: isHighContrast(palette) ? 3 : 2,
      wireframe: false,
    },
    components: {
      Button: {
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultBorderColor: palette.edge,
        defaultHoverBorderColor: palette.ink,
        defaultHoverColor: palette.ink,
      },
      Input: {
        activeShadow: 'none',
        errorActiveShadow: 'none',
        hoverBorderColor: palette.ink,
        paddingInline: 12,
      },
      Modal: { titleFontSize: 20 },
    },
  };
}
