import { tableGroups } from '#shared/model/planning/release-table.ts';
import type { TableView, Whole } from '#shared/model/planning/release-table.ts';
import { FilterButton } from '../../../../components/filter/FilterButton.tsx';
import { FilterWords } from '../../../../components/filter/FilterWords.tsx';
import { Segmented } from '../../../../components/form/Segmented.tsx';
import type { Names } from '../names.ts';
import { filterParts, groupChoices, whichChoices } from './filter-choices.ts';
import styles from './releases.module.css';

type ReleaseFiltersProps = {
  view: TableView;
  /** What is typed now; the view has it a moment later. */
  text: string;
  names: Names;
  /** Releases and trains the listed ones are part of. */
  wholes: readonly Whole[];
  onView: (view: TableView) => void;
  onText: (text: string) => void;
};

/** Which releases, words to find them by, choices that narrow them, and what they are grouped by. */
export function ReleaseFilters(props: ReleaseFiltersProps) {
  const { view, text, names, wholes, onView, onText } = props;
  const parts = filterParts(view, names, wholes);
  const group = (value: string) =>
    onView({ ...view, group: tableGroups.find((known) => known === value) ?? null });
  return (
    <>
      <Segmented
        label="Which releases"
        choices={whichChoices}
        value={view.which}
        onPick={(which) => onView({ ...view, which })}
      />
      <FilterWords what="releases" text={text} onText={onText} />
      <FilterButton what="the releases" parts={parts} onView={onView} />
      <label className={styles['group']}>
        Group by
        <select value={view.group ?? ''} onChange={(event) => group(event.target.value)}>
          <option value="">Nothing</option>
          {groupChoices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
