import type {} from '@mui/material/themeCssVarsAugmentation';
import { createTheme } from '@mui/material/styles';
import type { ColorSystemOptions } from '@mui/material/styles';
import { actionOverrides } from './override-actions.ts';
import { fieldOverrides } from './override-fields.ts';
import { surfaceOverrides } from './override-surfaces.ts';
import {
  fonts,
  layout,
  lineHeights,
  motion,
  palettes,
  radius,
  textSizes,
  weights,
} from './tokens.ts';
import type { Scheme } from './tokens.ts';

/** Attribute on the root element that carries the scheme in force. */
export const schemeAttribute = 'data-scheme';

function colourScheme(scheme: Scheme): ColorSystemOptions {
  const { status, ...colour } = palettes[scheme];
  const pair = (main: string) => ({ main, contrastText: colour.surface });
  return {
    palette: {
      primary: {
        main: colour.accent,
        dark: colour.accentHover,
        light: colour.accentHover,
        contrastText: colour.accentInk,
      },
      secondary: pair(colour.ink2),
      error: pair(status.failed.ink),
      warning: pair(status.waiting.ink),
      info: pair(status.running.ink),
      success: pair(status.passed.ink),
      text: { primary: colour.ink, secondary: colour.ink2, disabled: colour.ink3 },
      background: { default: colour.bg, paper: colour.surface },
      divider: colour.line,
      action: {
        hover: colour.sunken,
        selected: colour.accentSoft,
        disabled: colour.ink3,
        disabledBackground: colour.sunken,
      },
    },
  };
}

const heading = (size: number) => ({
  fontSize: size,
  fontWeight: weights.strong,
  lineHeight: lineHeights.heading,
  letterSpacing: 0,
});
const text = (size: number) => ({
  fontSize: size,
  lineHeight: lineHeights.text,
  letterSpacing: 0,
});

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: schemeAttribute },
  colorSchemes: { light: colourScheme('light'), dark: colourScheme('dark') },
  spacing: 4,
  shape: { borderRadius: radius.control },
  breakpoints: { values: { xs: 0, sm: 700, md: layout.narrow, lg: 1440, xl: 1920 } },
  typography: {
    fontFamily: fonts.text,
    fontSize: textSizes[14],
    fontWeightRegular: weights.regular,
    fontWeightMedium: weights.medium,
    fontWeightBold: weights.strong,
    h1: heading(textSizes[20]),
    h2: heading(textSizes[16]),
    h3: heading(textSizes[14]),
    h4: heading(textSizes[13]),
    h5: heading(textSizes[13]),
    h6: heading(textSizes[13]),
    body1: text(textSizes[14]),
    body2: text(textSizes[13]),
    subtitle1: text(textSizes[14]),
    subtitle2: text(textSizes[13]),
    caption: text(textSizes[12]),
    button: { ...text(textSizes[13]), fontWeight: weights.strong, textTransform: 'none' },
  },
  transitions: {
    duration: {
      shortest: motion.fast,
      shorter: motion.fast,
      short: motion.fast,
      standard: motion.slow,
      complex: motion.slow,
      enteringScreen: motion.slow,
      leavingScreen: motion.fast,
    },
  },
  focusVisible: { outline: '2px solid var(--sl-accent)', outlineOffset: 2 },
  components: { ...actionOverrides, ...fieldOverrides, ...surfaceOverrides },
});
