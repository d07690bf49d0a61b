import Button from '@mui/material/Button';
import { DecisionCard } from '../components/DecisionCard.tsx';
import { EvidenceRow } from '../components/EvidenceRow.tsx';
import { Inspector, InspectorPart } from '../components/Inspector.tsx';
import { WhySheet } from '../components/Why.tsx';
import { told } from './sample.ts';

/** The inspector of the drawing: why, the decision with its difference, evidence, actions. */
export function GateInspector({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <Inspector
      title={name}
      note="Accountable Iris Lindqvist · deputy Tomás Rey"
      onClose={onClose}
      actions={
        <>
          <Button variant="contained">Ask Iris again</Button>
          <Button>Record a decision…</Button>
        </>
      }
      actionsNote="Asking again puts it first in her queue and sets the gate to waiting. You asked for this release, so you cannot decide here."
    >
      <InspectorPart title="Why is this gate here?">
        <WhySheet
          rule={
            <>
              Policy <strong>Standard v7</strong>, rule “high band”:{' '}
              <code>risk.band in [&quot;high&quot;,&quot;critical&quot;]</code>
            </>
          }
          arithmetic="likelihood 3 × impact 4 = 12, high from 10"
        />
      </InspectorPart>
      <InspectorPart title="Decision">
        <DecisionCard
          {...told}
          decidedBy="Iris Lindqvist"
          outcome="go"
          channel="self"
          decidedAt="2026-11-23T17:40:00.000Z"
          current={false}
          comment="Scan reviewed, token handling fine."
          changedNote="Tue 24 Nov 09:12 by Jon Bell"
          differences={[
            { what: 'scope', from: null, to: 'PAY-914 Store card aliases for repeat payments' },
            { what: 'payments-api', from: '4.2.0-rc.3', to: '4.2.0' },
          ]}
        />
      </InspectorPart>
      <InspectorPart title="Evidence">
        <EvidenceRow
          {...told}
          what="SARIF, 0 critical, 2 high accepted"
          status="passed"
          at="2026-11-24T09:00:00.000Z"
        />
        <EvidenceRow
          {...told}
          what="Data handling review.pdf"
          digest="a41f88c0"
          status="passed"
          at="2026-11-12T09:00:00.000Z"
        />
        <EvidenceRow
          {...told}
          what="Penetration test summary"
          status="out-of-date"
          at="2026-08-24T09:00:00.000Z"
          limit={90 * 1440}
        />
      </InspectorPart>
    </Inspector>
  );
}
