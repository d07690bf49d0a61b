import { useMemo, useState } from 'react';

/** The ticked rows of a table, by id. Ids whose rows are gone (filtered, removed) do not count. */
export function useMarks(ids: readonly string[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const here = useMemo(
    () => (marked.size === 0 ? [] : ids.filter((id) => marked.has(id))),
    [ids, marked],
  );
  const toggle = (id: string) =>
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  /** Marks all of them; all marked already: takes the marks away. */
  const toggleSeveral = (several: readonly string[]) =>
    setMarked((before) => {
      const isAll = several.every((id) => before.has(id));
      const after = new Set(before);
      for (const id of several) {
        if (isAll) after.delete(id);
        else after.add(id);
      }
      return after;
    });
  const add = (several: readonly string[]) =>
    setMarked((before) => new Set([...before, ...several]));
  const all = ids.length > 0 && here.length === ids.length;
  const toggleAll = () => setMarked(all ? new Set() : new Set(ids));
  const clear = () => setMarked(new Set());
  return { marked, here, all, toggle, toggleSeveral, add, toggleAll, clear };
}
