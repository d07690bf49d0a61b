import { windowKinds } from '#shared/model/planning/windows.ts';
import type { WindowKind } from '#shared/model/planning/windows.ts';

/** Words that say what a time is, the surest first: a “deployment freeze” is a freeze. */
const words: readonly (readonly [RegExp, WindowKind])[] = [
  [/\bsoft[\s_-]*(freeze|lock)|\b(freeze|lock)\b.*\bsoft\b/iu, 'soft-freeze'],
  [
    /freeze|\bfrozen\b|moratorium|\bembargo|blackout|no[\s_-]*(deploy|release|change)/iu,
    'hard-freeze',
  ],
  [/maintenance|\bpatch(ing)?\b|\boutage|\bdown[\s_-]?time\b|wartung/iu, 'maintenance'],
  [/holiday|\bferi(ad|é|e)|feiertag|festivo|\bfest(a|ivit)/iu, 'holiday'],
  [/\bpeak\b|black[\s_-]*friday|cyber[\s_-]*monday|prime[\s_-]*day/iu, 'peak'],
  [/\bqa\b|\buat\b|\btest(s|ing)?\b|regression/iu, 'qa'],
  [/deploy|\brelease\b|\bchange[\s_-]*window/iu, 'deployment'],
];

/** What an event is by its own property; null where it has none, or one that is not known. */
export function statedKind(text: string | undefined): WindowKind | null {
  const plain = text?.trim().toLowerCase();
  return windowKinds.find((kind) => kind === plain) ?? null;
}

/** What an event is by its categories, else by its name; null where neither says. */
export function guessKind(categories: readonly string[], name: string): WindowKind | null {
  for (const text of [...categories, name]) {
    const stated = statedKind(text.replaceAll(/[\s_]+/g, '-'));
    if (stated !== null) return stated;
    const found = words.find(([pattern]) => pattern.test(text));
    if (found !== undefined) return found[1];
  }
  return null;
}
