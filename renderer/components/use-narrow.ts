import { useSyncExternalStore } from 'react';
import { layout } from '../app/theme/tokens.ts';

const narrow = `(width < ${layout.narrow}px)`;

/** True while the window is too narrow for a list with an inspector beside it. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query()?.matches ?? false);
}

// Asked for late and with care: a document without a screen, as tests have it, knows no media.
function query(): MediaQueryList | null {
  return typeof matchMedia === 'function' ? matchMedia(narrow) : null;
}

function subscribe(changed: () => void): () => void {
  const list = query();
  list?.addEventListener('change', changed);
  return () => list?.removeEventListener('change', changed);
}
