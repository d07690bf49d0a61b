import { useState } from 'react';
import Button from '@mui/material/Button';
import { riskStates } from '#shared/model/governance/risks.ts';
import type { Risk } from '#shared/model/governance/risks.ts';
import { riskBandOf } from '#shared/rules/governance/risk.ts';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { AttachedParts } from '../../workspace/attachments/index.ts';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { Choice } from './Choice.tsx';
import { RemoveRisk } from './RemoveRisk.tsx';
import { RiskLeft, RiskMitigation } from './RiskLeft.tsx';
import {
  arithmeticOf,
  impacts,
  likelihoods,
  scoreOf,
  stateMeaning,
  stateWords,
} from './risk-words.ts';
import type { RiskEdits } from './use-risks.ts';
import styles from './risks.module.css';

type RiskInspectorProps = { risk: Risk; page: ReleasePage; edits: RiskEdits };

const states = riskStates.map((value) => ({ value, label: stateWords[value] }));

/** One risk, edited in place. */
export function RiskInspector({ risk, page, edits }: RiskInspectorProps) {
  const [removing, setRemoving] = useState(false);
  const { editable, names } = page;
  const change = (patch: Parameters<RiskEdits['change']>[1]) => edits.change(risk, patch);
  const owners = [{ value: '', label: 'Nobody yet' }, ...peopleToChoose(names, [risk.ownerId])];
  return (
    <Inspector
      title={risk.title}
      note={stateMeaning[risk.state]}
      onClose={() => page.select(null)}
      actions={
        editable ? (
          <Button variant="text" onClick={() => setRemoving(true)}>
            Remove…
          </Button>
        ) : undefined
      }
      actionsNote={
        editable
          ? 'Changing anything but the title makes decisions that bind the risks stale.'
          : undefined
      }
    >
      <InspectorPart title="Inherent risk">
        <p className={styles['arithmetic']}>
          <RiskBand short band={riskBandOf(scoreOf(risk))} score={scoreOf(risk)} />
          {arithmeticOf(risk)}
        </p>
      </InspectorPart>
      <InspectorPart title="Facts">
        <dl className={styles['facts']}>
          <dt>Likelihood</dt>
          <dd>
            <Choice
              label="Likelihood"
              editable={editable}
              value={String(risk.likelihood)}
              options={likelihoods}
              save={(value) => change({ likelihood: Number(value) })}
            />
          </dd>
          <dt>Impact</dt>
          <dd>
            <Choice
              label="Impact"
              editable={editable}
              value={String(risk.impact)}
              options={impacts}
              save={(value) => change({ impact: Number(value) })}
            />
          </dd>
          <dt>State</dt>
          <dd>
            <Choice
              label="State"
              editable={editable}
              value={risk.state}
              options={states}
              save={(state) => change({ state })}
            />
          </dd>
          <dt>Owner</dt>
          <dd>
            <Choice
              label="Owner"
              editable={editable}
              value={risk.ownerId ?? ''}
              options={owners}
              save={(ownerId) => change({ ownerId: ownerId === '' ? null : ownerId })}
            />
          </dd>
        </dl>
      </InspectorPart>
      <RiskLeft risk={risk} page={page} change={change} />
      <RiskMitigation risk={risk} page={page} change={change} />
      <AttachedParts page={page} subject="risk" subjectId={risk.id} />
      {removing && (
        <RemoveRisk
          risk={risk}
          remove={() => edits.remove(risk)}
          onClose={() => setRemoving(false)}
        />
      )}
    </Inspector>
  );
}
