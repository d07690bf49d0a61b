import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { mostPasted } from '#shared/model/planning/scope.ts';
import type { RangeRow } from '#shared/model/delivery/git.ts';

type Range = Output<'git.range'>;
type Turned = { span: string; keys: ReadonlySet<string> };

const noneTurned: Turned = { span: '', keys: new Set() };

/** Which rows of a range are taken: those proposed, as far as one addition goes, unless turned by hand. */
export function useChosen(range: Range | undefined) {
  const [turned, setTurned] = useState(noneTurned);
  // Turned by hand for one range only, since another has other rows.
  const span =
    range === undefined ? '' : `${range.root} ${range.from?.commit ?? ''} ${range.to.commit}`;
  const keys = turned.span === span ? turned.keys : noneTurned.keys;
  const rows = range?.rows ?? [];
  const proposed = new Set(
    rows
      .filter((row) => row.proposed)
      .slice(0, mostPasted)
      .map(({ key }) => key),
  );
  const isChosen = ({ key, adds }: RangeRow) =>
    adds !== 'nothing' && proposed.has(key) !== keys.has(key);
  const open = rows.filter(({ adds }) => adds !== 'nothing');
  const chosen = open.filter(isChosen);

  return {
    chosen,
    isChosen,
    /** Everything was chosen that can be. */
    isAll: chosen.length === open.length,
    turn: (key: string) => {
      const next = new Set(keys);
      if (!next.delete(key)) next.add(key);
      setTurned({ span, keys: next });
    },
    /** Chooses every row, or none of them. */
    turnAll: (on: boolean) => {
      const next = open.filter(({ key }) => proposed.has(key) !== on).map(({ key }) => key);
      setTurned({ span, keys: new Set(next) });
    },
    /** What release notes tell of: what is taken, and what the scope has already. */
    told: rows.filter((row) => (row.adds === 'nothing' ? !row.undone : isChosen(row))),
  };
}
