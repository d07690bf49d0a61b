import { useState } from 'react';
import Button from '@mui/material/Button';
import { Pencil } from 'lucide-react';
import type { Deployment } from '#shared/model/planning/releases.ts';
import type { StatusKind } from '../../../../app/theme/tokens.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { Section } from '../../../../components/Section.tsx';
import { Status } from '../../../../components/Status.tsx';
import { When } from '../../../../components/When.tsx';
import { durationText } from '../../../../components/when-text.ts';
import { DeploymentRows } from '../form/DeploymentRows.tsx';
import { deploymentInputs } from '../form/draft-input.ts';
import type { ReleasePage } from '../release-page.ts';
import { lateInWords } from '../standing-words.ts';
import { DraftPlacement } from './DraftPlacement.tsx';
import { RecordDeployment } from './RecordDeployment.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import styles from './overview.module.css';

export function DeploymentsSection({ page }: { page: ReleasePage }) {
  const [editing, setEditing] = useState(false);
  const { names, zone, now, editable } = page;
  const edit = (
    <Button
      size="small"
      variant="text"
      startIcon={<Pencil />}
      aria-label="Edit the planned deployments"
      onClick={() => setEditing(true)}
    >
      Edit
    </Button>
  );
  return (
    <Section
      title="Planned deployments"
      note="where it goes, and when"
      actions={editable && !editing ? edit : undefined}
    >
      {editing ? (
        <PlanEditor
          what="deployments"
          page={page}
          patchOf={(draft) => {
            const checked = deploymentInputs(draft.deployments);
            return checked.ok ? { ok: true, input: { deployments: checked.input } } : checked;
          }}
          onDone={() => setEditing(false)}
        >
          <DeploymentRows names={names} zone={zone} now={now} />
          <DraftPlacement page={page} />
        </PlanEditor>
      ) : (
        <DeploymentsTable page={page} />
      )}
    </Section>
  );
}

function DeploymentsTable({ page }: { page: ReleasePage }) {
  const { release, names, now, editable } = page;
  const [recorded, setRecorded] = useState<Deployment | null>(null);
  if (release.deployments.length === 0) {
    return (
      <div className={styles['table']}>
        <Empty small text="No deployment yet: which environment it goes to, and when." />
      </div>
    );
  }
  const inOrder = release.deployments.toSorted((a, b) => a.startAt.localeCompare(b.startAt));
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>Environment</th>
            <th>Region</th>
            <th>Start</th>
            <th className={styles['end']}>Takes</th>
            <th>Went</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((deployment) => (
            <tr key={deployment.id}>
              <td>
                <bdi className={styles['strong']}>
                  {names.environment(deployment.environmentId)}
                </bdi>
              </td>
              <td>
                <bdi className={`${styles['cut']} ${styles['region']}`} title={deployment.region}>
                  {deployment.region}
                </bdi>
              </td>
              <td>
                <When
                  at={deployment.startAt}
                  zone={deployment.zone}
                  now={now}
                  showZone
                  relative={deployment.actualStartAt === null}
                />
              </td>
              <td className={styles['end']}>{durationText(deployment.durationMinutes)}</td>
              <td>
                <Went deployment={deployment} quiet={!editable} />
                {editable && (
                  <Button
                    size="small"
                    variant="text"
                    aria-label={`${recordWord(deployment)} the deployment to ${names.environment(deployment.environmentId)}`}
                    onClick={() => setRecorded(deployment)}
                  >
                    {recordWord(deployment)}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {recorded !== null && (
        <RecordDeployment deployment={recorded} page={page} onClose={() => setRecorded(null)} />
      )}
    </>
  );
}

const results: Record<NonNullable<Deployment['result']>, { kind: StatusKind; word: string }> = {
  succeeded: { kind: 'passed', word: 'Succeeded' },
  failed: { kind: 'failed', word: 'Failed' },
  'rolled-back': { kind: 'failed', word: 'Rolled back' },
};

/** How a deployment went, with how late it began. */
function Went({ deployment, quiet }: { deployment: Deployment; quiet: boolean }) {
  const { result, startAt, actualStartAt } = deployment;
  if (result === null) {
    if (actualStartAt !== null) return <Status kind="running" variant="plain" label="Under way" />;
    return quiet ? <span className={styles['quiet']}>not yet</span> : null;
  }
  const { kind, word } = results[result];
  const late =
    actualStartAt === null ? null : (Date.parse(actualStartAt) - Date.parse(startAt)) / 60_000;
  const about = lateInWords(late);
  return <Status kind={kind} variant="plain" label={about === '' ? word : `${word}, ${about}`} />;
}

function recordWord({ result }: Deployment): string {
  return result === null ? 'Record' : 'Correct';
}
