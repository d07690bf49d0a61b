import type { ReactNode } from 'react';
import IconButton from '@mui/material/IconButton';
import { PanelLeftClose, PanelLeftOpen, UserRound } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Logo } from '../../components/Logo.tsx';
import { OfflineDot } from '../../components/OfflineDot.tsx';
import type { SyncState } from '../../components/OfflineDot.tsx';
import { Person } from '../../components/Person.tsx';
import styles from './Rail.module.css';
import { numberText } from '../../components/number-text.ts';

export type RailItem = {
  key: string;
  label: string;
  icon: LucideIcon;
  /** `#/releases`: hash routes are plain links. */
  href: string;
  /** A number after the label; `calls` when it waits for the person at the screen. */
  count?: number;
  calls?: boolean;
  /** Stands apart under a line, as Settings does. */
  apart?: boolean;
};

export type RailProps = {
  items: readonly RailItem[];
  /** Key of the item whose screen is shown. */
  current?: string;
  /** Who is working; null until somebody was chosen on this device. */
  person: { name: string; role: string } | null;
  onPerson: () => void;
  sync?: SyncState;
  /** Long work that goes on meanwhile, as a `ProgressStack`. */
  progress?: ReactNode;
  homeHref?: string;
  collapsed: boolean;
  onToggle?: () => void;
};

/** The left rail: where one can go, who is working, and how fresh everything is. */
export function Rail(props: RailProps) {
  const { items, current, collapsed, onToggle, sync, progress, homeHref = '#/' } = props;
  const Toggle = collapsed ? PanelLeftOpen : PanelLeftClose;
  const groups = [items.filter((item) => !item.apart), items.filter((item) => item.apart)];
  return (
    <header className={`${styles['rail']} ${collapsed ? styles['collapsed'] : ''}`}>
      <div className={styles['brand']}>
        <a className={styles['home']} href={homeHref} aria-label="Slipway, first screen">
          <Logo />
          {!collapsed && 'Slipway'}
        </a>
        {onToggle !== undefined && (
          <IconButton
            className={styles['toggle']}
            aria-label={collapsed ? 'Open the rail' : 'Close the rail'}
            onClick={onToggle}
          >
            <Toggle />
          </IconButton>
        )}
      </div>
      <nav className={styles['nav']} aria-label="Main">
        {groups
          .filter((group) => group.length > 0)
          .map((group) => (
            <ul key={group[0]?.key} className={styles['items']}>
              {group.map((item) => (
                <li key={item.key}>
                  <RailLink item={item} isCurrent={item.key === current} collapsed={collapsed} />
                </li>
              ))}
            </ul>
          ))}
      </nav>
      <div className={styles['foot']}>
        <div className={styles['slot']}>{progress}</div>
        <ActingPerson {...props} />
        {sync !== undefined && (
          <div className={styles['sync']}>
            <OfflineDot sync={sync} short={collapsed} />
          </div>
        )}
      </div>
    </header>
  );
}

type RailLinkProps = { item: RailItem; isCurrent: boolean; collapsed: boolean };

function RailLink({ item, isCurrent, collapsed }: RailLinkProps) {
  const { icon: Icon, label, href, count, calls = false } = item;
  return (
    <a
      className={styles['item']}
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      title={collapsed ? label : undefined}
    >
      <Icon size={18} strokeWidth={1.8} aria-hidden />
      <span className={collapsed ? 'visually-hidden' : styles['label']}>{label}</span>
      {count !== undefined && count > 0 && (
        <span className={`${styles['count']} ${calls ? styles['calls'] : ''}`}>
          {numberText(count)}
        </span>
      )}
    </a>
  );
}

function ActingPerson({ person, onPerson, collapsed }: RailProps) {
  return (
    <button
      type="button"
      className={styles['person']}
      title="Who is working here"
      aria-haspopup="dialog"
      onClick={onPerson}
    >
      {person === null ? (
        <>
          <UserRound size={18} aria-hidden />
          <span className={collapsed ? 'visually-hidden' : undefined}>
            &nbsp;Choose who is working
          </span>
        </>
      ) : (
        <Person name={person.name} role={person.role} size="large" discOnly={collapsed} />
      )}
    </button>
  );
}
