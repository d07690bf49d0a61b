import type { ReactNode } from 'react';
import { SavedCell } from '../../../../components/editing/SavedCell.tsx';
import { SavedSelect } from '../../../../components/editing/SavedSelect.tsx';
import { Facts } from '../../../../components/Facts.tsx';
import { Panel } from '../../../../components/Panel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { When } from '../../../../components/When.tsx';
import { peopleToChoose } from '../names.ts';
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
  const people = peopleToChoose(names, [release.ownerId]);
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
                  <Still>{release.name}</Still>
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
                  <Still>{names.person(release.ownerId)}</Still>
                ),
              },
              {
                name: 'Change number',
                value: editable ? (
                  <SavedCell
                    mono
                    label="Change number"
                    placeholder="None yet"
                    value={release.changeNumber}
                    save={(changeNumber) => change({ changeNumber })}
                  />
                ) : (
                  <Still>{release.changeNumber === '' ? 'none' : release.changeNumber}</Still>
                ),
              },
              {
                name: 'Change address',
                value: editable ? (
                  <SavedCell
                    label="Address of the change"
                    placeholder="None yet"
                    value={release.changeUrl}
                    save={(changeUrl) => change({ changeUrl })}
                  />
                ) : (
                  <Still>{release.changeUrl === '' ? 'none' : release.changeUrl}</Still>
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
                ) : (
                  <Still>{release.dataMigration ? 'Yes' : 'No'}</Still>
                ),
              },
              {
                name: 'Standard change',
                value: editable ? (
                  <SavedSelect
                    label="Standard change"
                    value={release.standardChange ? 'yes' : 'no'}
                    options={yesNo}
                    save={(answer) => change({ standardChange: answer === 'yes' })}
                  />
                ) : (
                  <Still>{release.standardChange ? 'Yes' : 'No'}</Still>
                ),
              },
              ...(release.template === null
                ? []
                : [{ name: 'Made from', value: <Origin template={release.template} /> }]),
              {
                name: 'Asked for by',
                value: (
                  <Still>
                    <bdi>{names.person(release.requesterId)}</bdi>, who cannot decide in it
                  </Still>
                ),
              },
              {
                name: 'Created',
                value: (
                  <Still>
                    <When at={release.createdAt} zone={zone} now={now} />
                  </Still>
                ),
              },
            ]}
          />
        </div>
      </Panel>
    </Section>
  );
}

/** Lines up with the fields above and under it. */
function Still({ children }: { children: ReactNode }) {
  return <span className={styles['still']}>{children}</span>;
}

type OriginProps = { template: NonNullable<ReleasePage['release']['template']> };

/** The template and the version of it that the release began with, whatever became of it since. */
function Origin({ template }: OriginProps) {
  return (
    <Still>
      template <bdi>{template.name}</bdi>, version {template.number}
      {template.removed && ' (removed since)'}
    </Still>
  );
}
