import { useEffect, useMemo, useState } from 'react';
import { standings } from '#shared/rules/planning/timeline/shapes.ts';
import type { Ink, Standing } from '#shared/rules/planning/timeline/shapes.ts';
import { useScheme } from '../../../../app/theme/scheme.ts';

/** The colours a canvas draws with, and its font. */
export type Inks = {
  colour: (ink: Ink) => string;
  font: (size: number, strong: boolean) => string;
};

const plain = {
  text: '--sl-ink',
  quiet: '--sl-ink-2',
  surface: '--sl-surface',
  idle: '--sl-bg',
  line: '--sl-line',
  'line-strong': '--sl-line-strong',
  accent: '--sl-accent',
  'accent-text': '--sl-accent-ink',
} as const;

const soft: Record<`${Standing}-soft`, string> = {
  'passed-soft': '--sl-passed-soft',
  'running-soft': '--sl-running-soft',
  'waiting-soft': '--sl-waiting-soft',
  'failed-soft': '--sl-failed-soft',
  'out-of-date-soft': '--sl-out-of-date-soft',
  'exception-soft': '--sl-exception-soft',
  'not-applicable-soft': '--sl-not-applicable-soft',
};

function variableOf(ink: Ink): string {
  if (isPlain(ink)) return plain[ink];
  return isStanding(ink) ? `--sl-${ink}` : soft[ink];
}

function isPlain(ink: Ink): ink is keyof typeof plain {
  return Object.hasOwn(plain, ink);
}

function isStanding(ink: Ink): ink is Standing {
  return standings.some((standing) => standing === ink);
}

/** What the theme's variables hold now: a canvas knows none of them. */
function readInks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<Ink, string>();
  const family = style.getPropertyValue('--sl-font').trim() || 'sans-serif';
  return {
    colour(ink) {
      const found = known.get(ink);
      if (found !== undefined) return found;
      const read = style.getPropertyValue(variableOf(ink)).trim() || 'gray';
      known.set(ink, read);
      return read;
    },
    font: (size, strong) => `${strong ? 650 : 400} ${size}px ${family}`,
  };
}

/** New ones when the scheme changes, and when a font arrives that a text had to do without. */
export function useInks(): Inks {
  const { inForce } = useScheme();
  const [arrived, setArrived] = useState(0);
  useEffect(() => {
    const fonts = 'fonts' in document ? document.fonts : null;
    const again = () => setArrived((count) => count + 1);
    fonts?.addEventListener('loadingdone', again);
    return () => fonts?.removeEventListener('loadingdone', again);
  }, []);
  return useMemo(readInks, [inForce, arrived]);
}
