import type { Components, Theme } from '@mui/material/styles';
import { weights } from './tokens.ts';

const floating = {
  border: '1px solid var(--sl-line)',
  borderRadius: 'var(--sl-radius)',
  boxShadow: 'var(--sl-shadow)',
  backgroundColor: 'var(--sl-surface)',
  backgroundImage: 'none',
} as const;

/** What floats above the page (dialog, menu, tooltip, drawer) and plain tables. */
export const surfaceOverrides: Components<Theme> = {
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none', color: 'var(--sl-ink)' } },
  },
  MuiBackdrop: {
    styleOverrides: {
      root: {
        backgroundColor: 'var(--sl-scrim)',
        '&.MuiBackdrop-invisible': { backgroundColor: 'transparent' },
      },
    },
  },
  MuiDialog: {
    styleOverrides: { paper: { ...floating, margin: 24, maxHeight: 'calc(100% - 48px)' } },
  },
  MuiDialogTitle: {
    styleOverrides: {
      root: { padding: '16px 20px 8px', fontSize: 'var(--sl-text-16)', fontWeight: weights.strong },
    },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
  MuiDialogActions: {
    defaultProps: { disableSpacing: true },
    styleOverrides: { root: { padding: '12px 20px 16px', gap: 8 } },
  },
  MuiPopover: { styleOverrides: { paper: floating } },
  MuiMenu: {
    styleOverrides: { paper: { ...floating, marginTop: 4 }, list: { padding: '4px 0' } },
  },
  MuiTooltip: {
    defaultProps: {
      enterDelay: 300,
      enterNextDelay: 100,
      // In the page's landmark rather than at the end of the body, where nothing may stand outside one.
      slotProps: { popper: { container: () => document.querySelector('main') ?? document.body } },
    },
    styleOverrides: {
      tooltip: {
        padding: '4px 8px',
        maxWidth: 360,
        borderRadius: 'var(--sl-radius-small)',
        fontSize: 'var(--sl-text-12)',
        fontWeight: weights.medium,
        lineHeight: 1.45,
        color: 'var(--sl-surface)',
        backgroundColor: 'var(--sl-ink)',
      },
    },
  },
  MuiDrawer: {
    styleOverrides: {
      paper: { borderColor: 'var(--sl-line)', boxShadow: 'var(--sl-shadow)' },
    },
  },
  MuiDivider: { styleOverrides: { root: { borderColor: 'var(--sl-line)' } } },
  MuiTableCell: {
    styleOverrides: {
      root: {
        padding: '0 12px',
        height: 'var(--sl-row)',
        borderColor: 'var(--sl-line)',
        fontSize: 'var(--sl-text-13)',
        color: 'var(--sl-ink)',
      },
      head: { color: 'var(--sl-ink-3)', fontSize: 'var(--sl-text-12)', fontWeight: weights.medium },
      alignRight: { fontVariantNumeric: 'tabular-nums' },
    },
  },
  MuiTableRow: {
    styleOverrides: {
      root: {
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: 'var(--sl-accent-soft)' },
      },
    },
  },
  MuiLinearProgress: {
    styleOverrides: {
      root: { height: 4, borderRadius: 2, backgroundColor: 'var(--sl-sunken)' },
      bar: { borderRadius: 2 },
    },
  },
  MuiSkeleton: {
    defaultProps: { animation: false },
    styleOverrides: { root: { backgroundColor: 'var(--sl-sunken)' } },
  },
};
