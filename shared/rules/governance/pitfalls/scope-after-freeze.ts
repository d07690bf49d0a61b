import { readCommand } from '../../workspace/edits.ts';
import { counted } from './finding.ts';
import type { PitfallFinding } from './finding.ts';

export type FrozenScope = { releaseId: string; name: string; frozenFrom: number };

/** An entry of the journal about an item of a scope, in the order it was written. */
export type ScopeEntry = {
  releaseId: string;
  at: number;
  commandId: string;
  command: string;
  op: 'insert' | 'update' | 'delete';
  /** The fields that changed, each from and to. */
  fields: Readonly<Record<string, readonly unknown[]>>;
};

/** Releases whose scope was changed so many times or more after its freeze, the most first. */
export function scopeAfterFreeze(
  frozen: readonly FrozenScope[],
  entries: readonly ScopeEntry[],
  least: number,
): PitfallFinding {
  const byRelease = Map.groupBy(entries, ({ releaseId }) => releaseId);
  const found = frozen
    .map(({ releaseId, name, frozenFrom }) => {
      const after = standing(byRelease.get(releaseId) ?? []);
      return { releaseId, name, count: after.filter(({ at }) => at >= frozenFrom).length };
    })
    .filter(({ count }) => count >= least)
    .toSorted((a, b) => b.count - a.count);
  return {
    ...{ looked: frozen.length, tooFew: frozen.length === 0 },
    rows: found.map(({ releaseId, name, count }) => ({
      ...{ releaseId, name, gateId: null, tab: 'scope' as const },
      said: `${counted(count, 'change')} after the scope freeze.`,
    })),
    said:
      frozen.length === 0
        ? 'No release had its scope freeze in the last 90 days.'
        : `${found.length} of ${counted(frozen.length, 'release')} past the scope freeze.`,
  };
}

/** Changes of what is in the scope that nobody took back; an undo is none of its own. */
function standing(entries: readonly ScopeEntry[]): ScopeEntry[] {
  const undone = new Set<string>();
  for (const { command } of entries) {
    const { name, of } = readCommand(command);
    if (of !== null && name === 'edits.undo') undone.add(of);
    if (of !== null && name === 'edits.redo') undone.delete(of);
  }
  return entries.filter(
    (entry) =>
      readCommand(entry.command).of === null && !undone.has(entry.commandId) && isOfScope(entry),
  );
}

/** Who works on an item, its order and how far it is leave the scope as it was. */
function isOfScope({ op, fields }: ScopeEntry): boolean {
  if (op !== 'update') return true;
  if ('title' in fields || 'kind' in fields || 'releaseId' in fields) return true;
  return (fields['status'] ?? []).includes('dropped');
}
