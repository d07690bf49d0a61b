export type DifferentLine = {
  kind: 'same' | 'added' | 'removed' | 'skipped';
  text: string;
  /** Its line in the later text, and in the earlier one; null where it is not in it. */
  line: number | null;
  lineBefore: number | null;
};

/** Lines that are the same around a change, so that it can be placed. */
const around = 3;
/** The middle of two texts of more lines than this together is told as taken out and put in whole. */
const mostCompared = 4_000_000;

/** Two texts line by line: what was taken out and put in, with a few lines around each. */
export function lineDifference(from: string, to: string): DifferentLine[] {
  const [before, after] = [from.split('\n'), to.split('\n')];
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = compared(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    head,
  );
  const same = (index: number, shift: number): DifferentLine => {
    const text = after[index] ?? '';
    return { kind: 'same', text, line: index + 1, lineBefore: index + 1 - shift };
  };
  const shift = after.length - before.length;
  return shortened([
    ...Array.from({ length: head }, (_, index) => same(index, 0)),
    ...middle,
    ...Array.from({ length: tail }, (_, index) => same(after.length - tail + index, shift)),
  ]);
}

/** The longest run of lines both have, by the usual table. */
function compared(before: string[], after: string[], offset: number): DifferentLine[] {
  const [rows, columns] = [before.length, after.length];
  const removed = (i: number): DifferentLine => {
    return { kind: 'removed', text: before[i] ?? '', line: null, lineBefore: offset + i + 1 };
  };
  const added = (j: number): DifferentLine => {
    return { kind: 'added', text: after[j] ?? '', line: offset + j + 1, lineBefore: null };
  };
  if (rows * columns > mostCompared) {
    return [...before.map((_, i) => removed(i)), ...after.map((_, j) => added(j))];
  }
  const width = columns + 1;
  const common = new Uint16Array((rows + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DifferentLine[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    if (i < rows && j < columns && before[i] === after[j]) {
      const text = after[j] ?? '';
      lines.push({ kind: 'same', text, line: offset + j + 1, lineBefore: offset + i + 1 });
      i += 1;
      j += 1;
    } else if (i < rows && (j >= columns || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(removed(i));
      i += 1;
    } else {
      lines.push(added(j));
      j += 1;
    }
  }
  return lines;
}

/** Long runs without a change are told by how many lines they are. */
function shortened(lines: readonly DifferentLine[]): DifferentLine[] {
  const near = lines.map(() => false);
  lines.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    for (let i = Math.max(0, index - around); i <= index + around && i < near.length; i += 1) {
      near[i] = true;
    }
  });
  const shown: DifferentLine[] = [];
  let skipped = 0;
  const flush = () => {
    if (skipped === 0) return;
    const text = `${skipped} ${skipped === 1 ? 'line' : 'lines'} alike`;
    shown.push({ kind: 'skipped', text, line: null, lineBefore: null });
    skipped = 0;
  };
  lines.forEach((line, index) => {
    if (near[index] !== true) {
      skipped += 1;
      return;
    }
    flush();
    shown.push(line);
  });
  flush();
  return shown;
}
