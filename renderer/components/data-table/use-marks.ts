import { useState } from 'react';

/** The ticked rows of a table, by id. Ids whose rows are gone (filtered, removed) do not count. */
export function useMarks(ids: readonly string[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const here = ids.filter((id) => marked.has(id));
  const toggle = (id: string) =>
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const all = ids.length > 0 && here.length === ids.length;
  const toggleAll = () => setMarked(all ? new Set() : new Set(ids));
  const clear = () => setMarked(new Set());
  return { marked, here, all, toggle, toggleAll, clear };
}
