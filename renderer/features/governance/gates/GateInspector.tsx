import { useState } from 'react';
import Button from '@mui/material/Button';
import type { GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ReasonForm } from '../../../components/editing/ReasonForm.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { whenText } from '../../../components/when-text.ts';
import { WhySheet } from '../../../components/Why.tsx';
import { askedInWords, DecisionForm } from '../approvals/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { GateDecisions } from './GateDecisions.tsx';
import { GateEvidence } from './GateEvidence.tsx';
import { GateSeats } from './GateSeats.tsx';
import { reasonOf } from './gate-why.ts';
import { checkInWords, factWords, listed } from './gate-words.ts';
import styles from './gates.module.css';

type GateInspectorProps = { gate: GateView; page: ReleasePage; onClose: () => void };

type Doing = 'nothing' | 'asking' | 'deciding';

/** Everything about one gate: why it is here, who decides, on what, and what to do next. */
export function GateInspector({ gate, page, onClose }: GateInspectorProps) {
  const [doing, setDoing] = useState<Doing>('nothing');
  const request = useCommand('approvals.request').run;
  const isDecided = gate.check === 'decision';
  const isClosed = page.release.phase === 'closed';
  const asked = askedInWords(gate, page.names);
  const mayAct = isDecided && page.editable && !isClosed && doing === 'nothing';

  const ask = async (note: string) => {
    const answer = await request({ gateId: gate.id, note });
    if (answer.ok) showToast({ text: `Asked ${asked}` });
    return answer.ok ? null : answer.error;
  };
  const stop = () => setDoing('nothing');
  return (
    <Inspector
      title={gate.name}
      note={checkInWords(gate.check)}
      onClose={onClose}
      actions={
        mayAct && <GateActions gate={gate} asked={asked} onDo={setDoing} />
      }
      actionsNote={mayAct && actionsNote(gate, page)}
    >
      {doing === 'asking' && (
        <ReasonForm
          optional
          label={`Note for ${asked}`}
          button={`Ask ${asked}`}
          consequence="It is recorded that you asked. Whoever asks for a decision cannot give it."
          submit={ask}
          onDone={stop}
        />
      )}
      {doing === 'deciding' && <DecisionForm gate={gate} page={page} onDone={stop} />}
      {doing === 'nothing' && <GateFacts gate={gate} page={page} />}
    </Inspector>
  );
}

type GateActionsProps = { gate: GateView; asked: string; onDo: (doing: Doing) => void };

function GateActions({ gate, asked, onDo }: GateActionsProps) {
  const isStale = gate.status === 'out-of-date' || gate.request !== null;
  const isPassed = gate.status === 'passed';
  return (
    <>
      {!isPassed && (
        <Button onClick={() => onDo('asking')}>
          Ask {asked}
          {isStale ? ' again' : ''}
        </Button>
      )}
      <Button onClick={() => onDo('deciding')}>Record a decision…</Button>
    </>
  );
}

function actionsNote(gate: GateView, { names, zone, now, actingId, release }: ReleasePage): string {
  if (actingId === release.requesterId) {
    return 'You asked for this release, so you cannot decide in it. You can record what others decided.';
  }
  if (gate.request !== null) {
    const { byId, at } = gate.request;
    return `Asked by ${names.person(byId)}, ${whenText(at, zone, now)}.`;
  }
  const facts = listed(gate.facts.map((group) => factWords[group]));
  return `A decision binds the ${facts} as they are then.`;
}

function GateFacts({ gate, page }: { gate: GateView; page: ReleasePage }) {
  const { rule, seen, reason } = reasonOf(gate.why);
  return (
    <>
      <InspectorPart title="Why is this gate here?">
        <WhySheet
          rule={reason}
          inputs={seen === '' ? undefined : [{ name: 'Seen', value: seen }]}
          source={rule === '' ? undefined : rule}
        />
      </InspectorPart>
      <InspectorPart title="Where it stands">
        <p className={styles['standing']}>{gate.summary}</p>
        {gate.needs.length > 0 && (
          <ul className={styles['needs']}>
            {gate.needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        )}
        {gate.request !== null && gate.request.note !== '' && (
          <p className={styles['standing']} dir="auto">
            “{gate.request.note}”
          </p>
        )}
      </InspectorPart>
      {gate.seats.length > 0 && <GateSeats gate={gate} page={page} />}
      {gate.decisions.length > 0 && <GateDecisions gate={gate} page={page} />}
      {gate.evidence.length > 0 && <GateEvidence gate={gate} page={page} />}
    </>
  );
}
