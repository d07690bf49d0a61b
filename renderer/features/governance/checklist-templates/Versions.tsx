import { useState } from 'react';
import Button from '@mui/material/Button';
import type { ChecklistTemplateView } from '#shared/model/governance/checklist-templates.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Change } from '../../../components/Change.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import styles from './checklist-templates.module.css';

type VersionsProps = {
  template: ChecklistTemplateView;
  people: readonly Person[];
  onClose: () => void;
};

/** Who published which version when and why, and what it changed. */
export function Versions({ template, people, onClose }: VersionsProps) {
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const [open, setOpen] = useState<number | null>(null);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? 'somebody';
  return (
    <Inspector
      title="Versions"
      note={`${template.versions.length}, newest first`}
      onClose={onClose}
      actionsNote="Lists that were filled from an earlier version are offered what is new; what was done on them stays."
    >
      <ul className={styles['versions']} aria-label="Versions of the template">
        {template.versions.map(({ id, number, at, byId, note }) => (
          <li key={id}>
            <p className={styles['versionTitle']}>Version {number}</p>
            <p className={styles['quiet']}>
              <bdi>{nameOf(byId)}</bdi>, <When at={at} zone={zone} now={now} relative={false} />
            </p>
            {note !== '' && <p dir="auto">{note}</p>}
            {number > 1 && (
              <Button
                variant="text"
                aria-expanded={open === number}
                aria-label={`What changed in version ${number}`}
                onClick={() => setOpen(open === number ? null : number)}
              >
                What changed
              </Button>
            )}
            {open === number && <Changes id={template.id} to={number} />}
          </li>
        ))}
      </ul>
    </Inspector>
  );
}

function Changes({ id, to }: { id: string; to: number }) {
  const compared = useProcedure('checklists.compareTemplate', { id, from: to - 1, to });
  if (compared.isError) {
    return (
      <ErrorPanel
        {...errorParts('What changed could not be read', compared.error)}
        onRetry={() => void compared.refetch()}
      />
    );
  }
  if (compared.data === undefined) return null;
  return (
    <ul className={styles['changes']} aria-label={`Changed by version ${to}`}>
      {compared.data.map(({ what, from, to: after }) => (
        <li key={`${what} ${from} ${after}`}>
          <Change what={what} from={from} to={after} />
        </li>
      ))}
    </ul>
  );
}
