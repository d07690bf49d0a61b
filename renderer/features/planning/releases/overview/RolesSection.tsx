import { SavedSelect } from '../../../../components/editing/SavedSelect.tsx';
import { Panel } from '../../../../components/Panel.tsx';
import { Person } from '../../../../components/Person.tsx';
import { Section } from '../../../../components/Section.tsx';
import { peopleToChoose } from '../names.ts';
import type { ReleasePage } from '../release-page.ts';
import { useReleaseEdits } from '../use-release-edits.ts';
import styles from './overview.module.css';

/** Who fills which role in this release; gates ask those people. */
export function RolesSection({ page }: { page: ReleasePage }) {
  const { release, names, editable } = page;
  const change = useReleaseEdits(release);
  const filled = release.roles.filter(({ personId }) => personId !== null).length;
  if (release.roles.length === 0) return null;
  const assign = (roleKey: string, personId: string) =>
    change({
      roles: release.roles.map((role) =>
        role.roleKey === roleKey ? { roleKey, personId: personId === '' ? null : personId } : role,
      ),
    });
  return (
    <Section title="Roles" note={`${filled} of ${release.roles.length} assigned`}>
      <Panel padded>
        <dl className={styles['roles']}>
          {release.roles.map(({ roleKey, personId }) => (
            <div key={roleKey}>
              <dt>{names.role(roleKey)}</dt>
              <dd>
                {editable ? (
                  <SavedSelect
                    label={names.role(roleKey)}
                    value={personId ?? ''}
                    options={peopleFor(roleKey, personId, page)}
                    save={(chosen) => assign(roleKey, chosen)}
                  />
                ) : (
                  <Person name={names.person(personId)} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </Section>
  );
}

/** Those who hold the role in the workspace come first; anybody can be assigned. */
function peopleFor(
  roleKey: string,
  personId: string | null,
  { names }: ReleasePage,
): { value: string; label: string }[] {
  const holds = (roles: readonly string[]) => Number(roles.includes(roleKey));
  const holders = new Set(
    names.people.filter(({ roles }) => roles.includes(roleKey)).map(({ id }) => id),
  );
  const inOrder = names.people.toSorted((a, b) => holds(b.roles) - holds(a.roles));
  return [
    { value: '', label: 'Anybody who holds the role' },
    ...peopleToChoose({ people: inOrder }, [personId]).map(({ value, label }) => ({
      value,
      label: holders.has(value) ? label : `${label} (not their role)`,
    })),
  ];
}
