import { Ban, ExternalLink, PenLine, Pencil, Plus } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ScopeChange } from '#shared/model/planning/scope.ts';
import { changeWords } from './scope-words.ts';
import styles from './chips.module.css';

const icons: Record<ScopeChange['change'], LucideIcon> = {
  added: Plus,
  changed: Pencil,
  reworded: PenLine,
  dropped: Ban,
  gone: ExternalLink,
};

/** What became of an item since the approval; the opened row tells it in full. */
export function ChangeChip({ change }: { change: ScopeChange }) {
  const Icon = icons[change.change];
  const quiet = change.change === 'reworded' ? styles['quiet'] : '';
  return (
    <span className={`${styles['chip']} ${quiet}`} title={fullText(change)}>
      <Icon size={12} aria-hidden />
      {changeWords[change.change]}
      <span className="visually-hidden"> since the approval</span>
    </span>
  );
}

function fullText({ change, from, to }: ScopeChange): string {
  const parts = [from, to].filter((part) => part !== null);
  return `${changeWords[change]} since the approval: ${parts.join(' → ')}`;
}
