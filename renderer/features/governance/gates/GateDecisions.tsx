import { useState } from 'react';
import Button from '@mui/material/Button';
import { stoodInWords } from '#shared/rules/governance/stand-ins.ts';
import type { Decision, FactDifference, GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { DecisionCard } from '../../../components/DecisionCard.tsx';
import type { ShownDifference } from '../../../components/DecisionCard.tsx';
import { ReasonForm } from '../../../components/editing/ReasonForm.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { earlierFacts } from '#shared/rules/governance/decision-verdict.ts';
import { dateText } from '../../../components/when-text.ts';
import { OverruleNoGo } from '../approvals/index.ts';
import { namedFacts } from './gate-words.ts';
import { MeetConditions } from './MeetConditions.tsx';
import styles from './gates.module.css';

/** The decisions of a gate, those that count first, those withdrawn last. */
export function GateDecisions({ gate, page }: { gate: GateView; page: ReleasePage }) {
  const inOrder = gate.decisions.toSorted(
    (a, b) =>
      Number(a.withdrawn !== null) - Number(b.withdrawn !== null) ||
      b.decidedAt.localeCompare(a.decidedAt),
  );
  return (
    <InspectorPart title={inOrder.length === 1 ? 'Decision' : 'Decisions'}>
      <div className={styles['decisions']}>
        {inOrder.map((decision) => (
          <GateDecision key={decision.id} decision={decision} gate={gate} page={page} />
        ))}
      </div>
    </InspectorPart>
  );
}

type GateDecisionProps = { decision: Decision; gate: GateView; page: ReleasePage };

function GateDecision({ decision, gate, page }: GateDecisionProps) {
  const { names, zone, now } = page;
  const role = gate.seats.find(({ key }) => key === decision.placeKey)?.roleName;
  const { withdrawn } = decision;
  const forAnother = decision.recordedById !== decision.decidedById;
  return (
    <DecisionCard
      decidedBy={names.person(decision.decidedById)}
      role={role}
      recordedBy={forAnother ? names.person(decision.recordedById) : undefined}
      outcome={decision.outcome}
      channel={decision.channel}
      decidedAt={decision.decidedAt}
      zone={zone}
      now={now}
      comment={decision.comment}
      conditions={decision.conditions.map((condition) => ({
        id: condition.id,
        text: condition.text,
        owner: names.person(condition.ownerId),
        dueOn: condition.dueOn,
        met: condition.metAt !== null,
      }))}
      current={decision.current}
      differences={decision.differences.map(shownDifference)}
      secondPlace={decision.secondPlace}
      labels={labelsOf(decision, page)}
      earlier={earlierFacts(decision.differences)}
      overruled={settledBy(decision.overruled, page)}
      withdrawn={settledBy(withdrawn, page)}
    >
      {withdrawn === null && page.editable && page.release.phase !== 'closed' && (
        <DecisionActions decision={decision} page={page} />
      )}
    </DecisionCard>
  );
}

function settledBy(settled: Decision['withdrawn'], { names }: ReleasePage) {
  if (settled === null) return undefined;
  return { at: settled.at, by: names.person(settled.byId), reason: settled.reason };
}

/** For whom it was given, and when a deferral comes back. */
function labelsOf(decision: Decision, { names, now }: ReleasePage): string[] {
  const { deferredTo } = decision;
  return [
    ...[stoodInWords(decision, names.person)].filter(Boolean),
    ...(deferredTo === null
      ? []
      : [`Taken up again ${dateText(deferredTo, Number(now.slice(0, 4)))}`]),
  ];
}

/** What has a name of its own comes and goes by that name, everything else by its value. */
function shownDifference({ group, what, from, to }: FactDifference): ShownDifference {
  const kind = namedFacts[group];
  if (kind !== undefined && from === null) return { what: kind, from, to: what };
  if (kind !== undefined && to === null) return { what: kind, from: what, to };
  return { what, from, to };
}

type DecisionActionsProps = { decision: Decision; page: ReleasePage };

function DecisionActions({ decision, page }: DecisionActionsProps) {
  const [withdrawing, setWithdrawing] = useState(false);
  const withdraw = useCommand('approvals.withdraw').run;
  const action = decision.outcome === 'no-go' ? 'Withdraw no-go' : 'Withdraw approval';
  const submit = async (reason: string) => {
    const answer = await withdraw({ decisionId: decision.id, reason });
    if (answer.ok) showToast({ text: 'Withdrawn; the record keeps it' });
    return answer.ok ? null : answer.error;
  };
  if (withdrawing) {
    return (
      <ReasonForm
        danger
        label="Why is it withdrawn?"
        button={action}
        consequence="The gate re-opens and its seat waits for a decision. The record keeps this one, marked as withdrawn."
        submit={submit}
        onDone={() => setWithdrawing(false)}
      />
    );
  }
  return (
    <>
      <MeetConditions conditions={decision.conditions} />
      <Button size="small" variant="text" onClick={() => setWithdrawing(true)}>
        {action}…
      </Button>
      {decision.outcome === 'no-go' && decision.current && decision.overruled === null && (
        <OverruleNoGo
          decision={decision}
          actingId={page.actingId}
          requesterId={page.release.requesterId}
        />
      )}
    </>
  );
}
