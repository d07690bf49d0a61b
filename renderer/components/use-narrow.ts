import { useSyncExternalStore } from 'react';
import { layout } from '../app/theme/tokens.ts';

const query = matchMedia(`(width < ${layout.narrow}px)`);

/** True while the window is too narrow for a list with an inspector beside it. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
