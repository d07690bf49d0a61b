import { SavedCell } from '../../../../components/editing/SavedCell.tsx';
import { SavedSelect } from '../../../../components/editing/SavedSelect.tsx';
import { Facts } from '../../../../components/Facts.tsx';
import { Panel } from '../../../../components/Panel.tsx';
import { Person } from '../../../../components/Person.tsx';
import { Section } from '../../../../components/Section.tsx';
import { When } from '../../../../components/When.tsx';
import type { ReleasePage } from '../release-page.ts';
import { useReleaseEdits } from '../use-release-edits.ts';
import styles from './overview.module.css';

const yesNo = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const;

/** What identifies the release and who stands behind it. */
export function FactsSection({ page }: { page: ReleasePage }) {
  const { release, names, zone, now, editable } = page;
  const change = useReleaseEdits(release);
  const people = names.people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title="Facts">
      <Panel padded>
        <div className={styles['facts']}>
          <Facts
            facts={[
              {
                name: 'Name',
                value: editable ? (
                  <SavedCell
                    strong
                    label="Name"
                    value={release.name}
                    save={(name) => change({ name })}
                  />
                ) : (
                  release.name
                ),
              },
              {
                name: 'Owner',
                value: editable ? (
                  <SavedSelect
                    label="Owner"
                    value={release.ownerId}
                    options={people}
                    save={(ownerId) => change({ ownerId })}
                  />
                ) : (
                  <Person name={names.person(release.ownerId)} />
                ),
              },
              {
                name: 'Change number',
                value: editable ? (
                  <SavedCell
                    mono
                    label="Change number"
                    placeholder="CHG0012345"
                    value={release.changeNumber}
                    save={(changeNumber) => change({ changeNumber })}
                  />
                ) : (
                  release.changeNumber
                ),
              },
              {
                name: 'Data migration',
                value: editable ? (
                  <SavedSelect
                    label="Data migration"
                    value={release.dataMigration ? 'yes' : 'no'}
                    options={yesNo}
                    save={(answer) => change({ dataMigration: answer === 'yes' })}
                  />
                ) : release.dataMigration ? (
                  'Yes'
                ) : (
                  'No'
                ),
              },
              {
                name: 'Asked for by',
                value: (
                  <span className={styles['still']}>
                    <bdi>{names.person(release.requesterId)}</bdi>, who cannot decide in it
                  </span>
                ),
              },
              {
                name: 'Created',
                value: (
                  <span className={styles['still']}>
                    <When at={release.createdAt} zone={zone} now={now} />
                  </span>
                ),
              },
            ]}
          />
        </div>
      </Panel>
    </Section>
  );
}
