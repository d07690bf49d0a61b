import { useState } from 'react';
import Button from '@mui/material/Button';
import type { TemplateVersion, TemplateView } from '#shared/model/planning/templates.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Change } from '../../../components/Change.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import { usedInWords } from './template-words.ts';
import styles from './templates.module.css';

type VersionHistoryProps = {
  template: TemplateView;
  people: readonly Person[];
  /** Something is typed that is not saved: restoring would lose it. */
  isDirty: boolean;
  restore: (number: number) => Promise<boolean>;
  onClose: () => void;
};

/** Who saved which version when and why, what it changed, and the way back to it. */
export function VersionHistory(props: VersionHistoryProps) {
  const { template, people, isDirty, restore, onClose } = props;
  const [open, setOpen] = useState<number | null>(null);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? 'somebody';
  return (
    <Inspector
      title="Versions"
      note={`${template.versions.length}, newest first`}
      onClose={onClose}
      actionsNote={
        isDirty
          ? 'Save or discard what you typed before you restore a version.'
          : 'Restoring saves an earlier version as the next one; nothing is lost.'
      }
    >
      <ul className={styles['versions']} aria-label="Versions of the template">
        {template.versions.map((version) => (
          <li key={version.id}>
            <VersionHead version={version} name={nameOf(version.byId)} />
            <div className={styles['buttons']}>
              {(version.number > 1 || version.number < template.rev) && (
                <Button
                  variant="text"
                  aria-expanded={open === version.number}
                  onClick={() => setOpen(open === version.number ? null : version.number)}
                >
                  What changed
                </Button>
              )}
              {version.number < template.rev && (
                <Button
                  variant="text"
                  disabled={isDirty}
                  aria-label={`Restore version ${version.number}`}
                  onClick={() => void restore(version.number)}
                >
                  Restore this version
                </Button>
              )}
            </div>
            {open === version.number && <Changes template={template} number={version.number} />}
          </li>
        ))}
      </ul>
    </Inspector>
  );
}

function VersionHead({ version, name }: { version: TemplateVersion; name: string }) {
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  return (
    <>
      <p className={styles['versionTitle']}>Version {version.number}</p>
      <p className={styles['versionFacts']}>
        <bdi>{name}</bdi>, <When at={version.at} zone={zone} now={now} relative={false} /> ·{' '}
        {usedInWords(version.releases)}
      </p>
      {version.note !== '' && (
        <p className={styles['versionNote']} dir="auto">
          {version.note}
        </p>
      )}
    </>
  );
}

/** What a version changed, and what has changed since it where it is not the newest. */
function Changes({ template, number }: { template: TemplateView; number: number }) {
  return (
    <>
      {number > 1 && (
        <ChangeList title="Changed by it" id={template.id} from={number - 1} to={number} />
      )}
      {number < template.rev && (
        <ChangeList title="Different now" id={template.id} from={number} to={template.rev} />
      )}
    </>
  );
}

type ChangeListProps = { title: string; id: string; from: number; to: number };

function ChangeList({ title, id, from, to }: ChangeListProps) {
  const compared = useProcedure('templates.compare', { id, from, to });
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
    <section aria-label={`${title}: version ${from} and ${to}`}>
      <h3 className={styles['changeTitle']}>{title}</h3>
      {compared.data.length === 0 && <p className={styles['versionFacts']}>Nothing.</p>}
      <ul className={styles['changes']}>
        {compared.data.map(({ what, from: before, to: after }) => (
          <li key={`${what} ${before} ${after}`}>
            <Change what={what} from={before} to={after} />
          </li>
        ))}
      </ul>
    </section>
  );
}
