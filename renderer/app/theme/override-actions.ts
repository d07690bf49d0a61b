import type { Components, Theme } from '@mui/material/styles';
import { weights } from './tokens.ts';

const control = {
  minWidth: 0,
  minHeight: 'var(--sl-control-height)',
  padding: '0 12px',
  borderRadius: 'var(--sl-radius)',
  fontSize: 'var(--sl-text-13)',
  fontWeight: weights.strong,
  lineHeight: 1.2,
  letterSpacing: 0,
  textTransform: 'none',
  whiteSpace: 'nowrap',
} as const;

const quietHover = { backgroundColor: 'var(--sl-sunken)' } as const;

/** Buttons, links, chips and tabs as the drawings have them: flat, 1-pixel edges, one accent. */
export const actionOverrides: Components<Theme> = {
  MuiButtonBase: {
    // Ripples are motion that explains nothing.
    defaultProps: { disableRipple: true, disableTouchRipple: true },
  },
  MuiButton: {
    defaultProps: { variant: 'outlined', color: 'inherit', disableElevation: true },
    styleOverrides: {
      root: {
        ...control,
        variants: [
          {
            props: { variant: 'outlined', color: 'inherit' },
            style: {
              color: 'var(--sl-ink)',
              backgroundColor: 'var(--sl-surface)',
              borderColor: 'var(--sl-line-strong)',
              padding: '0 12px',
              '&:hover': { ...quietHover, borderColor: 'var(--sl-control)' },
            },
          },
          {
            props: { variant: 'text', color: 'inherit' },
            style: { color: 'var(--sl-ink-2)', padding: '0 8px', '&:hover': quietHover },
          },
          {
            // The primary action needs no colour said: there is one accent.
            props: { variant: 'contained', color: 'inherit' },
            style: {
              color: 'var(--sl-accent-ink)',
              backgroundColor: 'var(--sl-accent)',
              '&:hover': { backgroundColor: 'var(--sl-accent-hover)' },
              '&.Mui-disabled': { backgroundColor: 'var(--sl-sunken)' },
            },
          },
          { props: { variant: 'outlined' }, style: { padding: '0 12px' } },
          { props: { variant: 'contained' }, style: { padding: '0 13px' } },
          {
            props: { size: 'small' },
            style: { minHeight: 26, padding: '0 10px', fontSize: 'var(--sl-text-12)' },
          },
        ],
        '& svg': { width: 16, height: 16, flex: 'none' },
        '&.Mui-disabled': { color: 'var(--sl-ink-3)' },
      },
    },
  },
  MuiIconButton: {
    defaultProps: { color: 'inherit' },
    styleOverrides: {
      root: {
        width: 28,
        height: 28,
        padding: 0,
        borderRadius: 'var(--sl-radius)',
        color: 'var(--sl-ink-2)',
        '&:hover': quietHover,
        '& svg': { width: 16, height: 16 },
      },
    },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        ...control,
        fontWeight: weights.medium,
        color: 'var(--sl-ink-2)',
        borderColor: 'var(--sl-line-strong)',
        backgroundColor: 'var(--sl-surface)',
        '&.Mui-selected, &.Mui-selected:hover': {
          color: 'var(--sl-accent)',
          backgroundColor: 'var(--sl-accent-soft)',
          fontWeight: weights.strong,
        },
      },
    },
  },
  MuiLink: {
    defaultProps: { underline: 'hover' },
    styleOverrides: { root: { color: 'var(--sl-accent)' } },
  },
  MuiChip: {
    defaultProps: { variant: 'outlined', size: 'small' },
    styleOverrides: {
      root: {
        height: 22,
        borderRadius: 'var(--sl-radius-small)',
        borderColor: 'var(--sl-line-strong)',
        fontSize: 'var(--sl-text-12)',
        color: 'var(--sl-ink)',
      },
      label: { paddingLeft: 8, paddingRight: 8 },
    },
  },
  MuiTabs: {
    styleOverrides: {
      root: { minHeight: 36 },
      list: { gap: 20 },
      indicator: { height: 2, borderRadius: 1 },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: {
        minHeight: 36,
        minWidth: 0,
        padding: '0 0 2px',
        fontSize: 'var(--sl-text-13)',
        fontWeight: weights.medium,
        letterSpacing: 0,
        textTransform: 'none',
        color: 'var(--sl-ink-2)',
        '&.Mui-selected': { color: 'var(--sl-ink)', fontWeight: weights.strong },
      },
    },
  },
};
