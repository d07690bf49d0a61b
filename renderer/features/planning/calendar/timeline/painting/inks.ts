import { useMemo } from 'react';
import type { Ink } from '#shared/rules/planning/timeline/shapes.ts';
import { useScheme } from '../../../../../app/theme/scheme.ts';

/** The colours of a painting by their meaning, and the family of its font: values that can be sent. */
export type Inks = { colours: ReadonlyMap<string, string>; family: string };

const variables: Record<Ink, string> = {
  text: '--sl-ink',
  quiet: '--sl-ink-2',
  surface: '--sl-surface',
  idle: '--sl-bg',
  line: '--sl-line',
  'line-strong': '--sl-line-strong',
  accent: '--sl-accent',
  'accent-text': '--sl-accent-ink',
  passed: '--sl-passed',
  'passed-soft': '--sl-passed-soft',
  running: '--sl-running',
  'running-soft': '--sl-running-soft',
  waiting: '--sl-waiting',
  'waiting-soft': '--sl-waiting-soft',
  failed: '--sl-failed',
  'failed-soft': '--sl-failed-soft',
  'out-of-date': '--sl-out-of-date',
  'out-of-date-soft': '--sl-out-of-date-soft',
  exception: '--sl-exception',
  'exception-soft': '--sl-exception-soft',
  'not-applicable': '--sl-not-applicable',
  'not-applicable-soft': '--sl-not-applicable-soft',
};

/** What the theme's variables hold now: a canvas knows none of them. */
function readInks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const colours = Object.entries(variables).map(([ink, name]): [string, string] => [
    ink,
    style.getPropertyValue(name).trim() || 'gray',
  ]);
  const family = style.getPropertyValue('--sl-font').trim() || 'sans-serif';
  return { colours: new Map(colours), family };
}

/** New ones when the scheme changes. */
export function useInks(): Inks {
  const { inForce } = useScheme();
  return useMemo(readInks, [inForce]);
}
