import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import styles from './TabLinks.module.css';

type TabFacts = {
  key: string;
  label: string;
  /** "14", "7 of 11". */
  count?: string | number;
};

type TabLinksProps = {
  /** Told to screen readers: what the tabs are of. */
  label: string;
  tabs: readonly (TabFacts & { href: string })[];
  current: string;
};

/** Tabs that are addresses of their own: links, in the address bar and in the history. */
export function TabLinks({ label, tabs, current }: TabLinksProps) {
  const list = useRef<HTMLElement>(null);
  // In a narrow window the tabs are a strip to be pushed along: the open one is in sight.
  useEffect(() => {
    const strip = list.current;
    const tab = strip?.querySelector('[aria-current]');
    if (strip === null || !(tab instanceof HTMLElement)) return;
    const end = tab.offsetLeft + tab.offsetWidth - strip.offsetLeft;
    if (end > strip.scrollLeft + strip.clientWidth) strip.scrollLeft = end - strip.clientWidth;
  }, [current]);
  return (
    <nav ref={list} className={styles['tabs']} aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.key}
          href={tab.href}
          className={look(tab.key === current)}
          aria-current={tab.key === current ? 'page' : undefined}
        >
          <TabWords tab={tab} />
        </a>
      ))}
    </nav>
  );
}

type TabListProps = {
  label: string;
  tabs: readonly TabFacts[];
  current: string;
  onPick: (key: string) => void;
  /** Id of the panel the tabs switch. */
  panelId: string;
};

/** Tabs within a page; arrow keys move between them. The panel has `role="tabpanel"` and `panelId`. */
export function TabList({ label, tabs, current, onPick, panelId }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === current);
    const to = destination(event.key, at, tabs.length);
    const next = to === null ? undefined : tabs[to];
    if (to === null || next === undefined) return;
    event.preventDefault();
    onPick(next.key);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div ref={list} className={styles['tabs']} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          aria-selected={tab.key === current}
          aria-controls={panelId}
          tabIndex={tab.key === current ? 0 : -1}
          className={look(tab.key === current)}
          onClick={() => onPick(tab.key)}
        >
          <TabWords tab={tab} />
        </button>
      ))}
    </div>
  );
}

function destination(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

function look(isCurrent: boolean): string {
  return `${styles['tab']} ${isCurrent ? styles['current'] : ''}`;
}

function TabWords({ tab }: { tab: TabFacts }) {
  return (
    <>
      {tab.label}
      {tab.count !== undefined && <span className={styles['count']}>{tab.count}</span>}
    </>
  );
}
