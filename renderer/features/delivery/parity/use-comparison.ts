import { useRef, useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { largestSettings } from '#shared/rules/delivery/parity/setting.ts';
import { useAsk } from '../../../api/useAsk.ts';

export type Comparison = Output<'parity.compare'>;
export type Place = 'left' | 'right';
type Chosen = { name: string; base64: string };

const nothing: Record<Place, Chosen | null> = { left: null, right: null };

/** Two files that are held against each other as soon as both are chosen; they stay in memory. */
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
    const next = { ...chosen, [place]: { name: file.name, base64: await base64Of(file) } };
    setChosen(next);
    setRefusals({});
    const { left, right } = next;
    if (left === null || right === null) return;
    const answer = await ask({ left: { file: left }, right: { file: right } });
    if (mine !== turn.current) return;
    if (answer.ok) setFound(answer.value);
    else setRefusals(answer.error.fields ?? { right: answer.error.message });
  }
  return { chosen, found, refusals, choose };
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
