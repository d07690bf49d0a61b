import type { ReactNode } from 'react';
import { useNarrow } from '../../components/use-narrow.ts';
import { Toasts } from '../../components/toasts/Toasts.tsx';
import styles from './Frame.module.css';
import { Rail } from './Rail.tsx';
import type { RailProps } from './Rail.tsx';
import { useRail } from './rail-store.ts';

type FrameProps = Omit<RailProps, 'collapsed' | 'onToggle'> & {
  /** The page: usually `PageHeader` and `SplitView` under each other. */
  children: ReactNode;
};

/** The window: rail at the left, the page in the main landmark, toasts above both. */
export function Frame({ children, ...rail }: FrameProps) {
  const { collapsed, toggle } = useRail();
  // A narrow window takes the rail's words first; there people cannot open it again.
  const narrow = useNarrow();
  const focusMain = () => document.querySelector<HTMLElement>('#main')?.focus();
  return (
    <div className={styles['frame']}>
      {/* No link to #main: the fragment is the route. */}
      <button type="button" className={styles['skip']} onClick={focusMain}>
        Skip to the page
      </button>
      <Rail {...rail} collapsed={collapsed || narrow} {...(!narrow && { onToggle: toggle })} />
      <main id="main" className={styles['main']} tabIndex={-1}>
        {children}
      </main>
      <Toasts />
    </div>
  );
}
