import { useState } from 'react';
import Button from '@mui/material/Button';
import { Pencil } from 'lucide-react';
import { CommitChip, VersionChip } from '../../../../components/Chip.tsx';
import { Empty } from '../../../../components/Empty.tsx';
import { HashText } from '../../../../components/HashText.tsx';
import { Section } from '../../../../components/Section.tsx';
import { ComponentRows } from '../form/ComponentRows.tsx';
import { componentInputs } from '../form/draft-input.ts';
import type { ReleasePage } from '../release-page.ts';
import { PlanEditor } from './PlanEditor.tsx';
import styles from './overview.module.css';

export function ComponentsSection({ page }: { page: ReleasePage }) {
  const [editing, setEditing] = useState(false);
  const { names, editable } = page;
  const edit = (
    <Button
      size="small"
      variant="text"
      startIcon={<Pencil />}
      aria-label="Edit the components"
      onClick={() => setEditing(true)}
    >
      Edit
    </Button>
  );
  return (
    <Section
      title="Components"
      note="what it ships"
      actions={editable && !editing ? edit : undefined}
    >
      {editing ? (
        <PlanEditor
          what="components"
          page={page}
          patchOf={(draft) => {
            const checked = componentInputs(draft.components);
            return checked.ok ? { ok: true, input: { components: checked.input } } : checked;
          }}
          onDone={() => setEditing(false)}
        >
          <ComponentRows names={names} />
        </PlanEditor>
      ) : (
        <ComponentsTable page={page} />
      )}
    </Section>
  );
}

function ComponentsTable({ page }: { page: ReleasePage }) {
  const { release, names } = page;
  if (release.components.length === 0) {
    return (
      <div className={styles['table']}>
        <Empty small text="No component yet: which service ships in which version." />
      </div>
    );
  }
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th>Service</th>
          <th>Version</th>
          <th>Commit</th>
          <th>Artefact</th>
        </tr>
      </thead>
      <tbody>
        {release.components.map((component) => (
          <tr key={component.id}>
            <td>
              <bdi className={styles['strong']}>{names.service(component.serviceId)}</bdi>
            </td>
            <td>
              <span className={styles['cut']}>
                <VersionChip version={component.version} />
              </span>
            </td>
            <td>
              {component.commit === null ? (
                <span className={styles['quiet']}>no commit</span>
              ) : (
                <CommitChip commit={component.commit} />
              )}
            </td>
            <td className={styles['mono']} title={component.artefact ?? undefined}>
              <HashText text={component.artefact ?? ''} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
