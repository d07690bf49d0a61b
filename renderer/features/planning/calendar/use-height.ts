import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** The height an element has been given, 0 until it is laid out. */
export function useHeight(): [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const { current } = element;
    // Where nothing is laid out there is nothing to watch.
    if (current === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setHeight(current.clientHeight));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, height];
}
