import { useRef } from 'react';
import type { RaciFinding, RaciLetter } from '#shared/model/governance/raci.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { RaciFindings } from './RaciFindings.tsx';
import { RaciGrid } from './RaciGrid.tsx';

type ResponsibilitiesProps = {
  /** The release whose gates are asked about; null for those of the policy in force. */
  releaseId: string | null;
  editable: boolean;
  /** Goes to where deputies are named. */
  onDeputies: () => void;
};

/** The matrix of gates and roles, and what is wrong with it, for one release or for all. */
export function Responsibilities({ releaseId, editable, onDeputies }: ResponsibilitiesProps) {
  const matrix = useProcedure('raci.matrix', { releaseId });
  const check = useProcedure('raci.check', { releaseId });
  const set = useCommand('raci.set');
  const reset = useCommand('raci.reset');
  const grid = useRef<HTMLDivElement>(null);
  const give = async (gateKey: string, roleKey: string, letters: RaciLetter[]) => {
    const answer = await set.run({ gateKey, roleKey, letters, releaseId });
    if (answer.ok) showToast({ text: 'Responsibility changed', undo: undoOf(answer) });
  };
  const back = async (gateKey: string) => {
    const answer = await reset.run({ gateKey, releaseId });
    if (!answer.ok) return;
    const before = releaseId === null ? 'the policy' : 'what all releases have';
    showToast({ text: `The gate goes by ${before} again`, undo: undoOf(answer) });
  };
  const goTo = ({ gateKey }: RaciFinding) => {
    if (gateKey === null) onDeputies();
    else grid.current?.querySelector<HTMLElement>(`tr[data-gate="${gateKey}"] button`)?.focus();
  };
  const error = set.error ?? reset.error;
  const failed =
    matrix.isError && matrix.data === undefined ? matrix : check.isError ? check : null;
  return (
    <>
      {failed !== null && (
        <ErrorPanel
          {...errorParts('The responsibilities could not be read', failed.error)}
          onRetry={() => void failed.refetch()}
        />
      )}
      {matrix.isPending && <SkeletonRows what="the responsibilities" rows={8} />}
      {error && <ErrorPanel {...errorParts('The responsibility was not changed', error)} />}
      {matrix.data && (
        <>
          {check.data && <RaciFindings findings={check.data} onPick={goTo} />}
          <div ref={grid}>
            <Panel>
              <RaciGrid
                rows={matrix.data.rows}
                roles={matrix.data.roles}
                ofRelease={releaseId !== null}
                editable={editable}
                onSet={(...given) => void give(...given)}
                onReset={(gateKey) => void back(gateKey)}
              />
            </Panel>
          </div>
        </>
      )}
    </>
  );
}
