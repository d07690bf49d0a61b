import type { Components, Theme } from '@mui/material/styles';
import { weights } from './tokens.ts';

const selectedRow = { backgroundColor: 'var(--sl-accent-soft)' } as const;

/** Fields with the label above, help under, and an edge that reads without the label. */
export const fieldOverrides: Components<Theme> = {
  MuiTextField: {
    defaultProps: { size: 'small', slotProps: { inputLabel: { shrink: true } } },
  },
  MuiFormControl: { defaultProps: { size: 'small' } },
  MuiInputLabel: {
    defaultProps: { shrink: true, disableAnimation: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        maxWidth: 'none',
        marginBottom: 4,
        fontSize: 'var(--sl-text-13)',
        fontWeight: weights.medium,
        lineHeight: 1.45,
        color: 'var(--sl-ink-2)',
        pointerEvents: 'auto',
        '&.Mui-focused': { color: 'var(--sl-ink-2)' },
        '&.Mui-error': { color: 'var(--sl-ink-2)' },
      },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: 'var(--sl-control-height)',
        borderRadius: 'var(--sl-radius)',
        backgroundColor: 'var(--sl-surface)',
        fontSize: 'var(--sl-text-14)',
        lineHeight: 1.45,
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--sl-ink-3)' },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': {
          borderWidth: 1,
          borderColor: 'var(--sl-accent)',
        },
        '&.Mui-focused': { boxShadow: '0 0 0 1px var(--sl-accent)' },
        '&.Mui-error.Mui-focused': { boxShadow: '0 0 0 1px var(--sl-failed)' },
        '&.MuiInputBase-multiline': { padding: '6px 10px' },
      },
      input: { padding: '5px 10px', height: 'auto', lineHeight: 1.45 },
      // The legend would cut a gap into the edge for a label that now stands above it.
      notchedOutline: {
        top: 0,
        borderColor: 'var(--sl-control)',
        '& legend': { display: 'none' },
      },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        margin: '4px 0 0',
        fontSize: 'var(--sl-text-12)',
        color: 'var(--sl-ink-3)',
        '&.Mui-error': { color: 'var(--sl-failed)' },
      },
    },
  },
  MuiSelect: {
    styleOverrides: { icon: { color: 'var(--sl-ink-2)' }, select: { minHeight: 0 } },
  },
  MuiCheckbox: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      root: {
        padding: 6,
        borderRadius: 'var(--sl-radius)',
        color: 'var(--sl-control)',
        '& svg': { width: 18, height: 18 },
      },
    },
  },
  MuiRadio: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { padding: 6, color: 'var(--sl-control)' } },
  },
  MuiFormControlLabel: {
    styleOverrides: { root: { marginLeft: -6 }, label: { fontSize: 'var(--sl-text-14)' } },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 32,
        padding: '4px 10px',
        margin: '0 4px',
        borderRadius: 'var(--sl-radius-small)',
        fontSize: 'var(--sl-text-13)',
        '& svg': { width: 16, height: 16, marginRight: 8 },
        '&:hover': { backgroundColor: 'var(--sl-sunken)' },
        '&.Mui-selected, &.Mui-selected:hover, &.Mui-focusVisible': selectedRow,
      },
    },
  },
  MuiAutocomplete: {
    styleOverrides: {
      paper: { boxShadow: 'var(--sl-shadow)', border: '1px solid var(--sl-line)' },
      option: { fontSize: 'var(--sl-text-13)' },
      inputRoot: { padding: '1px 4px' },
    },
  },
};
