/** What a key does in a table; pure, so that every key can be tested without one. */
export type TableAction =
  | { kind: 'move'; to: number; extends: boolean }
  | { kind: 'open' }
  | { kind: 'fold' }
  | { kind: 'unfold' }
  | { kind: 'mark' }
  | { kind: 'mark-all' }
  | { kind: 'copy' }
  | { kind: 'leave' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** `cursor` is -1 before the first move; `page` is how many rows fit on the screen. Null: not a key of ours. */
export function tableAction(
  press: Press,
  at: { cursor: number; count: number; page: number },
): TableAction | null {
  const { cursor, count, page } = at;
  const { key } = press;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'c') return { kind: 'copy' };
    return key === 'a' ? { kind: 'mark-all' } : null;
  }
  const move = (to: number): TableAction | null =>
    count === 0
      ? null
      : { kind: 'move', to: Math.min(count - 1, Math.max(0, to)), extends: press.shiftKey };
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return move(cursor + 1);
    case 'k':
    case 'ArrowUp':
      return move(cursor - 1);
    case 'PageDown':
      return move(cursor + page);
    case 'PageUp':
      return move(cursor - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(count - 1);
    case 'Enter':
      return { kind: 'open' };
    case 'ArrowLeft':
      return { kind: 'fold' };
    case 'ArrowRight':
      return { kind: 'unfold' };
    case ' ':
      return { kind: 'mark' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return null;
  }
}
