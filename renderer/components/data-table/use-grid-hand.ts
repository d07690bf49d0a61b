import { useRef } from 'react';
import type { ChangeEvent, KeyboardEvent, MouseEvent } from 'react';
import type { TableLine } from './table-lines.ts';
import { tableAction } from './table-keys.ts';
import type { useMarks } from './use-marks.ts';

type Grid<Row> = {
  lines: readonly TableLine<Row>[];
  markable: boolean;
  marks: ReturnType<typeof useMarks>;
  selectedId: string | null;
  onSelect: ((id: string | null) => void) | undefined;
  onOpen: ((row: Row) => void) | undefined;
  onCopy: (ids: readonly string[]) => void;
  onFold: (groupId: string, isOpen: boolean) => void;
  /** The line keys act on; -1 before the first move. */
  cursor: number;
  setCursorId: (id: string) => void;
  rowHeight: number;
  scrollTo: (index: number) => void;
  focus: () => void;
};

/** What keys and pointer do in a grid: walk, open, mark one or a span of rows, open and close groups. */
export function useGridHand<Row>(grid: Grid<Row>) {
  const { lines, markable, marks, selectedId, onSelect, onOpen, cursor } = grid;
  /** Where a span of marks begins: the row that was marked or pointed at last. */
  const anchor = useRef<string | null>(null);
  const at = (index: number) => lines[index];

  const markSpan = (to: number) => {
    const from = lines.findIndex(({ id }) => id === anchor.current);
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    const span = lines.slice(first, last + 1);
    marks.add(span.flatMap((line) => (line.kind === 'row' ? [line.id] : [])));
  };
  const moveTo = (index: number, extendsMarks: boolean) => {
    const line = at(index);
    if (line === undefined) return;
    if (extendsMarks && markable) {
      anchor.current ??= at(cursor)?.id ?? line.id;
      markSpan(index);
    } else anchor.current = line.id;
    grid.setCursorId(line.id);
    grid.scrollTo(index);
    // An open inspector follows the cursor; a closed one stays closed until Enter.
    if (selectedId !== null && line.kind === 'row') onSelect?.(line.id);
  };
  const open = (index: number) => {
    const line = at(index);
    if (line === undefined) return;
    if (line.kind === 'group') grid.onFold(line.id, !line.isOpen);
    else if (onSelect !== undefined && line.id !== selectedId) onSelect(line.id);
    else onOpen?.(line.row);
  };
  const mark = (index: number) => {
    const line = at(index);
    if (line === undefined || !markable) return;
    if (line.kind === 'group') marks.toggleSeveral(line.rowIds);
    else marks.toggle(line.id);
    anchor.current = line.id;
  };
  const fold = (isOpen: boolean) => {
    const line = at(cursor);
    if (line?.kind === 'group') grid.onFold(line.id, isOpen);
    else if (!isOpen) {
      // From a row, the way to the left is its group.
      const above = lines.findLastIndex((each, index) => each.kind === 'group' && index < cursor);
      if (above >= 0) moveTo(above, false);
    }
  };
  const copy = () => {
    const line = at(cursor);
    if (marks.here.length > 0) grid.onCopy(marks.here);
    else if (line !== undefined) grid.onCopy(line.kind === 'row' ? [line.id] : line.rowIds);
  };

  return {
    act: (event: KeyboardEvent<HTMLDivElement>) => {
      // Keys typed in a heading or a cell's own control are theirs.
      if (event.target !== event.currentTarget) return;
      const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / grid.rowHeight) - 2);
      const action = tableAction(event, { cursor, count: lines.length, page });
      if (action === null) return;
      const { kind } = action;
      const isGrouped = lines[0]?.kind === 'group';
      if ((kind === 'fold' || kind === 'unfold') && !isGrouped) return;
      if (kind === 'copy' && document.getSelection()?.isCollapsed === false) return;
      if (kind === 'leave' && selectedId === null && marks.here.length === 0) return;
      event.preventDefault();
      if (kind === 'move') moveTo(action.to, action.extends);
      if (kind === 'open') open(cursor);
      if (kind === 'mark') mark(cursor);
      if (kind === 'mark-all' && markable) marks.toggleAll();
      if (kind === 'fold' || kind === 'unfold') fold(kind === 'unfold');
      if (kind === 'copy') copy();
      if (kind === 'leave' && selectedId !== null) onSelect?.(null);
      else if (kind === 'leave') marks.clear();
    },
    press: (event: MouseEvent<HTMLElement>) => {
      const index = lineIndexOf(event);
      const line = index === null ? undefined : at(index);
      if (index === null || line === undefined || isControl(event.target)) return;
      grid.setCursorId(line.id);
      if (event.shiftKey && markable) {
        markSpan(index);
        return;
      }
      anchor.current = line.id;
      if (line.kind === 'group') grid.onFold(line.id, !line.isOpen);
      else if (onSelect !== undefined) onSelect(line.id);
      else onOpen?.(line.row);
    },
    doublePress: (event: MouseEvent<HTMLElement>) => {
      const index = lineIndexOf(event);
      const line = index === null ? undefined : at(index);
      if (line?.kind !== 'row' || onSelect === undefined || isControl(event.target)) return;
      onOpen?.(line.row);
    },
    tick: (event: ChangeEvent<HTMLElement>) => {
      const index = lineIndexOf(event);
      const line = index === null ? undefined : at(index);
      if (index === null || line === undefined) return;
      if (event.target.closest('[data-tick]') === null) return;
      const { nativeEvent } = event;
      if (nativeEvent instanceof globalThis.MouseEvent && nativeEvent.shiftKey) markSpan(index);
      else mark(index);
      grid.setCursorId(line.id);
      grid.focus();
    },
  };
}

// One listener for all rows keeps them free of handlers, which would be new with every rendering.
function lineIndexOf(event: { target: EventTarget }): number | null {
  if (!(event.target instanceof Element)) return null;
  const row = event.target.closest('[data-index]');
  return row instanceof HTMLElement ? Number(row.dataset['index']) : null;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, label') !== null;
}
