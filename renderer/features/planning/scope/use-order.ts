import { useRef, useState } from 'react';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { useKeepAnswer } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { itemName } from './scope-words.ts';

export type Order = {
  /** The items as they are to stand, ahead of the answer of the core. */
  items: readonly ScopeItem[];
  /** Puts an item at a place of the list, counted from 0. */
  put: (item: ScopeItem, place: number) => void;
  /** Told to screen readers after each move. */
  said: string;
};

type Step = { id: string; order: readonly string[] };

/**
 * The order of the list as people change it. Each step shows at once. While one is being saved, the
 * next ones of the same item become one: a held key does not send a command for every row it passes.
 */
export function useOrder(releaseId: string, saved: readonly ScopeItem[]): Order {
  const reorder = useCommand('scope.reorder').run;
  const keep = useKeepAnswer();
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  const queue = useRef<Step[]>([]);
  const isSending = useRef(false);
  const items = wanted === null ? saved : inOrder(saved, wanted);

  const send = async () => {
    isSending.current = true;
    for (let step = queue.current.shift(); step !== undefined; step = queue.current.shift()) {
      const { id, order } = step;
      const answer = await reorder({ id, afterId: order[order.indexOf(id) - 1] ?? null });
      if (answer.ok) {
        keep('scope.list', { releaseId }, () => answer.value);
        continue;
      }
      queue.current = [];
      setSaid(answer.error.message);
      showToast({ text: answer.error.message, tone: 'failed' });
    }
    isSending.current = false;
    setWanted(null);
  };
  const put = (item: ScopeItem, place: number) => {
    const others = items.filter(({ id }) => id !== item.id).map(({ id }) => id);
    const target = Math.max(0, Math.min(place, others.length));
    if (items[target]?.id === item.id) return;
    const order = others.toSpliced(target, 0, item.id);
    setWanted(order);
    setSaid(`${itemName(item)} is now ${target + 1} of ${order.length}`);
    if (queue.current.at(-1)?.id === item.id) queue.current.pop();
    queue.current.push({ id: item.id, order });
    if (!isSending.current) void send();
  };
  return { items, put, said };
}

/** What came meanwhile stands behind those whose order is being saved. */
function inOrder(items: readonly ScopeItem[], ids: readonly string[]): ScopeItem[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  return items.toSorted(
    (a, b) => (places.get(a.id) ?? ids.length) - (places.get(b.id) ?? ids.length),
  );
}
