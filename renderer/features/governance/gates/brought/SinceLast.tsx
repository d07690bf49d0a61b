import type { EvidenceDifference } from '#shared/model/governance/evidence.ts';
import { InspectorPart } from '../../../../components/Inspector.tsx';
import { ItemList } from './ReportItems.tsx';
import styles from './brought.module.css';

/** What came and went since the last release of the same services. */
export function SinceLast({ difference }: { difference: EvidenceDifference }) {
  const { release, what, added, gone, stayed, items } = difference;
  const words = (count: number) =>
    `${count.toLocaleString('en')} ${count === 1 ? what : `${what}s`}`;
  const hidden = added + gone - items.length;
  return (
    <InspectorPart title="Since the last release">
      <p className={styles['against']}>
        {added === 0 && gone === 0
          ? `The same ${words(stayed)}`
          : `${words(added)} new, ${gone.toLocaleString('en')} gone, ${stayed.toLocaleString('en')} as before`}
        , against <bdi>{release.name}</bdi>
      </p>
      {items.length > 0 && <ItemList items={items} />}
      {hidden > 0 && (
        <p className={styles['hint']}>{hidden.toLocaleString('en')} more are in the files.</p>
      )}
    </InspectorPart>
  );
}
