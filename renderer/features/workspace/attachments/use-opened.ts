import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

export type Opened<Row extends HTMLElement> = {
  row: RefObject<Row | null>;
  open: boolean;
  toggle: () => void;
};

/** What is under a row, closed until it is asked for; the row an address names opens and comes in sight. */
export function useOpened<Row extends HTMLElement = HTMLLIElement>(isNamed: boolean): Opened<Row> {
  const row = useRef<Row>(null);
  const [open, setOpen] = useState(isNamed);
  useEffect(() => {
    if (!isNamed) return;
    setOpen(true);
    row.current?.scrollIntoView?.({ block: 'center' });
  }, [isNamed]);
  return { row, open, toggle: () => setOpen(!open) };
}
