import { useRef, useState } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import { largestSettings } from '#shared/rules/delivery/parity/setting.ts';
import { useAsk } from '../../../api/useAsk.ts';

export type Comparison = Output<'parity.compare'>;
export type Place = 'left' | 'right';
type Side = Input<'parity.compare'>['left'];
type Chosen = { name: string; side: Side };
export type Cluster = { name: string; connectionId: string; namespace: string };

const nothing: Record<Place, Chosen | null> = { left: null, right: null };

/** Two sides that are held against each other as soon as both are chosen; files stay in memory. */
export function useComparison() {
  const ask = useAsk('parity.compare');
  const [chosen, setChosen] = useState(nothing);
  const [found, setFound] = useState<Comparison | null>(null);
  const [refusals, setRefusals] = useState<Partial<Record<Place, string>>>({});
  /** The newest choice: an answer to an earlier one is not shown. */
  const turn = useRef(0);

  async function choose(place: Place, file: File): Promise<void> {
    const mine = (turn.current += 1);
    setFound(null);
    if (file.size > largestSettings) {
      setChosen((before) => ({ ...before, [place]: null }));
      setRefusals({ [place]: `${file.name} is larger than 512 KB. Compare a part of it.` });
      return;
    }
    const base64 = await base64Of(file);
    await compare(mine, place, { name: file.name, side: { file: { name: file.name, base64 } } });
  }

  async function chooseCluster(place: Place, cluster: Cluster): Promise<void> {
    const mine = (turn.current += 1);
    setFound(null);
    const { connectionId, namespace } = cluster;
    const within = namespace === '' ? {} : { namespace };
    await compare(mine, place, { name: cluster.name, side: { connectionId, ...within } });
  }

  async function compare(mine: number, place: Place, taken: Chosen): Promise<void> {
    const next = { ...chosen, [place]: taken };
    setChosen(next);
    setRefusals({});
    const { left, right } = next;
    if (left === null || right === null) return;
    const answer = await ask({ left: left.side, right: right.side });
    if (mine !== turn.current) return;
    if (answer.ok) setFound(answer.value);
    else setRefusals(answer.error.fields ?? { right: answer.error.message });
  }
  return { chosen, found, refusals, choose, chooseCluster };
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
