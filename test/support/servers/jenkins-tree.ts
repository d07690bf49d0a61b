/** What of a thing is asked: its fields, what of them, and which part of a list. */
export type Tree = Map<string, { inside: Tree; range: { from: number; to: number } | null }>;

/** `builds[number,actions[causes[userId]]]{0,100}`, as Jenkins takes it. */
export function parseTree(text: string): Tree {
  let at = 0;
  const fields = (): Tree => {
    const tree: Tree = new Map();
    for (;;) {
      const [name = ''] = /^\w*/.exec(text.slice(at)) ?? [];
      if (name === '') throw new Error(`the tree has no name at ${at}: ${text}`);
      at += name.length;
      let inside: Tree = new Map();
      if (text[at] === '[') {
        at += 1;
        inside = fields();
        if (text[at] !== ']') throw new Error(`the tree has no ] at ${at}: ${text}`);
        at += 1;
      }
      const [whole = '', from, to] = /^\{(\d+),(\d+)\}/.exec(text.slice(at)) ?? [];
      at += whole.length;
      const range = whole === '' ? null : { from: Number(from), to: Number(to) };
      tree.set(name, { inside, range });
      if (text[at] !== ',') return tree;
      at += 1;
    }
  };
  const tree = fields();
  if (at !== text.length) throw new Error(`the tree goes on at ${at}: ${text}`);
  return tree;
}

/** Only what was asked; the class of a thing comes with it unasked. */
export function pruned(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((each) => pruned(each, tree));
  if (typeof value !== 'object' || value === null || tree.size === 0) return value;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const asked = tree.get(key);
    if (asked === undefined) return key === '_class' ? [[key, inner]] : [];
    const part =
      asked.range !== null && Array.isArray(inner)
        ? inner.slice(asked.range.from, asked.range.to)
        : inner;
    return [[key, pruned(part, asked.inside)]];
  });
  return Object.fromEntries(kept);
}
