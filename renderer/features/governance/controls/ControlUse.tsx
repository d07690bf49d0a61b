import Button from '@mui/material/Button';
import { stateInWords } from '#shared/rules/reports/controls/words.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { releaseHref } from '../../planning/releases/index.ts';
import type { Coverage, RegisteredControl } from './control-columns.tsx';
import { stateKinds } from './state-kinds.ts';
import styles from './controls.module.css';

type ControlUseProps = {
  control: RegisteredControl;
  coverage: Coverage | undefined;
  onRemoved: () => void;
};

/** Where a control stands in the open releases, and whether it is in use. */
export function ControlUse({ control, coverage, onRemoved }: ControlUseProps) {
  const { id, key, retiredAt, evidence } = control;
  const retire = useCommand('controls.retire');
  const remove = useCommand('controls.remove');
  const turn = async (retired: boolean) => {
    const answer = await retire.run({ id, retired });
    if (!answer.ok) return;
    showToast({
      text: retired ? `${key} is out of use` : `${key} is in use again`,
      undo: undoOf(answer),
    });
  };
  const takeAway = async () => {
    const answer = await remove.run({ id });
    if (!answer.ok) return;
    showToast({ text: `${key} removed`, undo: undoOf(answer) });
    onRemoved();
  };
  const refusal = retire.error ?? remove.error;
  const releases = coverage?.releases ?? [];
  return (
    <InspectorPart title={retiredAt === null ? 'In the open releases' : 'Out of use'}>
      {refusal !== null && <ErrorPanel what="This was not changed" why={refusal.message} />}
      {retiredAt !== null && (
        <p className={styles['quiet']}>
          It is asked of no release any more. Those that were closed before keep it.
        </p>
      )}
      {retiredAt === null && releases.length === 0 && (
        <p className={styles['quiet']}>It applies to no open release.</p>
      )}
      {releases.length > 0 && (
        <ul className={styles['releases']}>
          {releases.map(({ releaseId, release, state }) => (
            <li key={releaseId}>
              <Status kind={stateKinds[state]} variant="icon" label={stateInWords[state]} />
              <a href={releaseHref(releaseId, 'gates')}>
                <bdi title={release}>{release}</bdi>
              </a>
              <span className={styles['quiet']}>{stateInWords[state]}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['buttons']}>
        <Button size="small" loading={retire.pending} onClick={() => void turn(retiredAt === null)}>
          {retiredAt === null ? 'Take out of use' : 'Use it again'}
        </Button>
        {evidence === 0 && (
          <Button size="small" variant="text" color="error" onClick={() => void takeAway()}>
            Remove, entered in error
          </Button>
        )}
      </div>
    </InspectorPart>
  );
}
