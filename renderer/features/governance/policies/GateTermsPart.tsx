import { useState } from 'react';
import Button from '@mui/material/Button';
import type { GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { RemoveGate } from './RemoveGate.tsx';
import styles from './policies.module.css';

/** On whose behalf a gate is there, and the way to take it off. */
export function GateTermsPart({ gate, page }: { gate: GateView; page: ReleasePage }) {
  const [isAsking, setAsking] = useState(false);
  const { data } = useProcedure('policies.terms', { releaseId: page.release.id });
  const drop = useCommand('policies.dropGate').run;
  const terms = data?.gates.find(({ id }) => id === gate.id);
  if (data === undefined || terms === undefined) return null;
  const removal = data.removals.find(
    ({ subjectId, state }) => subjectId === gate.id && (state === 'asked' || state === 'granted'),
  );
  const mayAct = page.editable && page.release.phase !== 'closed' && gate.keptAt === null;
  const takeOff = async () => {
    const answer = await drop({ gateId: gate.id });
    if (!answer.ok) showToast({ text: answer.error.message, tone: 'failed' });
    else showToast({ text: `“${gate.name}” is off`, undo: undoOf(answer) });
  };
  return (
    <InspectorPart title="Taking it off">
      {removal === undefined ? (
        <p className={styles['quiet']}>{wayOff(terms.source, terms.policyName)}</p>
      ) : (
        <p className={styles['quiet']}>
          {removal.state === 'asked'
            ? `${page.names.person(removal.requestedById)} asked to take it off: “${removal.rationale}” ${removal.deciders} Decide under Exceptions on the overview.`
            : 'It is off by an exception. Withdraw that under Exceptions on the overview to have it back.'}
        </p>
      )}
      {mayAct && removal === undefined && (
        <Button
          onClick={() => {
            if (terms.source === 'hand') void takeOff();
            else setAsking(true);
          }}
        >
          {terms.source === 'hand' ? 'Take it off' : 'Take it off…'}
        </Button>
      )}
      {isAsking && <RemoveGate gate={gate} page={page} onClose={() => setAsking(false)} />}
    </InspectorPart>
  );
}

function wayOff(source: 'policy' | 'template' | 'hand', policyName: string): string {
  if (source === 'hand') return 'It was added by hand, so anybody may take it off again.';
  const by = source === 'policy' ? `The policy ${policyName}` : 'The template of this release';
  return `${by} asks for it. It goes by itself when the facts no longer ask for it, or for a time by an exception of a second person.`;
}
