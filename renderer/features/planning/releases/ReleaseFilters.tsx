import { Search } from 'lucide-react';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { whichChoices } from './release-filter.ts';
import type { Which } from './release-filter.ts';
import styles from './releases.module.css';

type ReleaseFiltersProps = {
  which: Which;
  onWhich: (which: Which) => void;
  text: string;
  onText: (text: string) => void;
};

export function ReleaseFilters({ which, onWhich, text, onText }: ReleaseFiltersProps) {
  return (
    <>
      <Segmented label="Which releases" choices={whichChoices} value={which} onPick={onWhich} />
      <label className={styles['search']}>
        <Search size={16} aria-hidden />
        <input
          type="search"
          aria-label="Filter releases"
          placeholder="Name, service, person"
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </label>
    </>
  );
}
