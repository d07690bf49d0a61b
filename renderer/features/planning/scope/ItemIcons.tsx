import {
  Ban,
  Circle,
  CircleCheck,
  CircleDotDashed,
  SignalHigh,
  SignalLow,
  SignalMedium,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ScopePriority, ScopeStatus } from '#shared/model/planning/scope.ts';
import styles from './chips.module.css';

const statusIcons: Record<ScopeStatus, LucideIcon> = {
  open: Circle,
  'in-progress': CircleDotDashed,
  done: CircleCheck,
  dropped: Ban,
};

const priorityIcons: Record<ScopePriority, LucideIcon> = {
  must: SignalHigh,
  should: SignalMedium,
  could: SignalLow,
};

/** Beside the word, never instead of it. */
export function StatusIcon({ status }: { status: ScopeStatus }) {
  const Icon = statusIcons[status];
  return <Icon size={14} className={`${styles['icon']} ${styles[status]}`} aria-hidden />;
}

export function PriorityIcon({ priority }: { priority: ScopePriority }) {
  const Icon = priorityIcons[priority];
  return <Icon size={16} className={`${styles['icon']} ${styles[priority]}`} aria-hidden />;
}
