import Button from '@mui/material/Button';
import type { KeptParityRow } from '#shared/model/delivery/parity.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { Person } from '../../../components/Person.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import { undoOf } from '../../../state/edits.ts';
import { useNames } from '../../planning/releases/index.ts';
import { stateLook, stateWords } from './parity-words.ts';

type KeptInspectorProps = {
  row: KeptParityRow;
  editable: boolean;
  onAccept: () => void;
  onClose: () => void;
};

/** One setting of a kept comparison, and who accepted that it differs. */
export function KeptInspector({ row, editable, onAccept, onClose }: KeptInspectorProps) {
  const { key, state, secret, acceptance } = row;
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const { names } = useNames();
  const unaccept = useCommand('parity.unaccept');
  const takeBack = async (id: string) => {
    const answer = await unaccept.run({ id });
    if (answer.ok) showToast({ text: `${key} is open again`, undo: undoOf(answer) });
  };
  const canAccept = editable && state !== 'same';
  return (
    <Inspector
      title={key}
      note={secret ? 'a secret by its name, its place or its look' : undefined}
      onClose={onClose}
      actions={
        canAccept && (
          <>
            <Button variant="contained" onClick={onAccept}>
              {acceptance === null ? 'Accept…' : 'Accept anew…'}
            </Button>
            {acceptance !== null && (
              <Button onClick={() => void takeBack(acceptance.id)}>Take back</Button>
            )}
          </>
        )
      }
    >
      {unaccept.error !== null && (
        <ErrorPanel what="This was not changed" why={unaccept.error.message} />
      )}
      <InspectorPart title="Standing">
        <Status kind={stateLook[state]} label={stateWords[state]} />
      </InspectorPart>
      {acceptance !== null && (
        <InspectorPart title={acceptance.lapsed ? 'Was accepted for other values' : 'Accepted'}>
          <Facts
            facts={[
              { name: 'Reason', value: <bdi>{acceptance.reason}</bdi> },
              { name: 'Owner', value: <Person name={names.person(acceptance.ownerId)} /> },
              {
                name: 'Accepted by',
                value:
                  acceptance.acceptedById === null
                    ? 'nobody'
                    : names.person(acceptance.acceptedById),
              },
              { name: 'On', value: <When at={acceptance.acceptedAt} {...{ zone, now }} /> },
            ]}
          />
        </InspectorPart>
      )}
    </Inspector>
  );
}
