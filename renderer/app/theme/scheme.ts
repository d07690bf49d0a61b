import { useColorScheme } from '@mui/material/styles';
import type { Scheme } from './tokens.ts';

export const schemeChoices = ['system', 'light', 'dark'] as const;
export type SchemeChoice = (typeof schemeChoices)[number];

/** The chosen scheme, the one in force, and the setter. The choice is kept in localStorage. */
export function useScheme(): {
  choice: SchemeChoice;
  inForce: Scheme;
  choose: (choice: SchemeChoice) => void;
} {
  const { mode, systemMode, setMode } = useColorScheme();
  const choice = mode ?? 'system';
  return {
    choice,
    inForce: choice === 'system' ? (systemMode ?? 'light') : choice,
    choose: setMode,
  };
}
