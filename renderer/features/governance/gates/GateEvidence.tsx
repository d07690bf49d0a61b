import { useState } from 'react';
import Button from '@mui/material/Button';
import { ExternalLink } from 'lucide-react';
import type { Evidence, GateView } from '#shared/model/governance/gates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ReasonForm } from '../../../components/editing/ReasonForm.tsx';
import { EvidenceRow } from '../../../components/EvidenceRow.tsx';
import { HashText } from '../../../components/HashText.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { isWebAddress } from '../../../components/web-address.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import styles from './gates.module.css';

/** The facts the gate's state rests on, with their age. */
export function GateEvidence({ gate, page }: { gate: GateView; page: ReleasePage }) {
  return (
    <InspectorPart title="Evidence">
      {gate.evidence.map((evidence) => (
        <GateFact
          key={`${evidence.what} ${evidence.source} ${evidence.runId}`}
          evidence={evidence}
          gateId={gate.id}
          page={page}
        />
      ))}
    </InspectorPart>
  );
}

/** A fact of the workspace itself: it is as it is now and has no age. */
function KnownFact({ evidence }: { evidence: Evidence }) {
  return (
    <div className={styles['fact']}>
      <Status kind={evidence.status} variant="icon" size={15} />
      <span>
        <HashText text={evidence.what} />
        <span className={styles['source']}>{evidence.source}</span>
      </span>
    </div>
  );
}

type GateFactProps = { evidence: Evidence; gateId: string; page: ReleasePage };

function GateFact({ evidence, gateId, page }: GateFactProps) {
  const [acknowledging, setAcknowledging] = useState(false);
  const acknowledge = useCommand('gates.acknowledge').run;
  const { what, status, source, asOf, url, runId } = evidence;
  const submit = async (reason: string) => {
    if (runId === null) return null;
    const answer = await acknowledge({ gateId, runId, reason });
    if (answer.ok) showToast({ text: 'Warnings acknowledged in your name' });
    return answer.ok ? null : answer.error;
  };
  const mayAcknowledge = evidence.acknowledgeable && runId !== null && page.editable;
  if (asOf === null) return <KnownFact evidence={evidence} />;
  return (
    <>
      <EvidenceRow
        what={what}
        status={status}
        source={source}
        at={asOf}
        zone={page.zone}
        now={page.now}
      >
        {url !== null && isWebAddress(url) && (
          <a
            href={url}
            target="_blank"
            rel="noreferrer noopener"
            className={styles['out']}
            aria-label={`Open ${what} at its source`}
          >
            <ExternalLink size={15} aria-hidden />
          </a>
        )}
      </EvidenceRow>
      {mayAcknowledge && !acknowledging && (
        <Button size="small" onClick={() => setAcknowledging(true)}>
          Acknowledge warnings…
        </Button>
      )}
      {mayAcknowledge && acknowledging && (
        <ReasonForm
          label="Why are the warnings acceptable?"
          button="Acknowledge warnings"
          consequence="The record keeps your name and reason. It holds for this run and attempt only."
          submit={submit}
          onDone={() => setAcknowledging(false)}
        />
      )}
    </>
  );
}
