import { Search } from 'lucide-react';
import { Kbd } from '../../components/Kbd.tsx';
import type { ShownProgress } from '../../components/progress/Progress.tsx';
import { ProgressStack } from '../../components/progress/Progress.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useRail } from '../frame/rail-store.ts';
import styles from './RailFoot.module.css';
import type { Edits } from './use-edits.ts';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';
import type { OpenWorkspace } from './WorkspaceShell.tsx';

type RailFootProps = {
  open: OpenWorkspace;
  edits: Edits;
  running: readonly ShownProgress[];
  onFind: () => void;
};

/** Over the person in the rail: work that goes on, the palette, and the workspace. */
export function RailFoot({ open, edits, running, onFind }: RailFootProps) {
  const narrow = useNarrow();
  const short = useRail((state) => state.collapsed) || narrow;
  return (
    <div className={`${styles['foot']} ${short ? styles['short'] : ''}`}>
      {!short && <ProgressStack items={running} />}
      <button
        type="button"
        className={styles['entry']}
        aria-haspopup="dialog"
        title="Find or do anything (Ctrl+K)"
        onClick={onFind}
      >
        <Search size={16} aria-hidden />
        <span className={short ? 'visually-hidden' : styles['label']}>
          Find<span className="visually-hidden"> or do anything</span>
        </span>
        {!short && <Kbd keys="Ctrl+K" />}
      </button>
      <WorkspaceMenu open={open} edits={edits} short={short} />
    </div>
  );
}
