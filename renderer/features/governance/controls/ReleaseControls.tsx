import { useState } from 'react';
import Button from '@mui/material/Button';
import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import { proofInWords, stateInWords } from '#shared/rules/reports/controls/words.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { Why } from '../../../components/Why.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { ProveControl } from './ProveControl.tsx';
import { stateKinds } from './state-kinds.ts';
import styles from './controls.module.css';

/** The controls of one release: which apply, which are met and by what, and what is missing. */
export function ReleaseControls({ page }: { page: ReleasePage }) {
  const list = useProcedure('controls.forRelease', { releaseId: page.release.id });
  const [proving, setProving] = useState<ReleaseControl | null>(null);
  const [withOthers, setWithOthers] = useState(false);
  if (list.isError && list.data === undefined) {
    return (
      <Section title="Controls">
        <ErrorPanel
          {...errorParts('The controls could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      </Section>
    );
  }
  // Without a register there is nothing to say here.
  if (list.data === undefined || list.data.length === 0) return null;
  const applying = list.data.filter(({ state }) => state !== 'not-applicable');
  const others = list.data.length - applying.length;
  const open = applying.filter(({ state }) => state === 'open').length;
  const shown = withOthers ? list.data : applying;
  return (
    <Section
      title="Controls"
      note={
        applying.length === 0
          ? 'none applies'
          : open === 0
            ? `${applying.length} met`
            : `${applying.length - open} of ${applying.length} met`
      }
      actions={
        others > 0 && (
          <Button
            size="small"
            variant="text"
            aria-pressed={withOthers}
            onClick={() => setWithOthers(!withOthers)}
          >
            {withOthers ? 'Only those that apply' : `Show the ${others} that do not apply`}
          </Button>
        )
      }
    >
      {shown.length > 0 && (
        <PanelList label="Controls">
          {shown.map((control) => (
            <PanelRow
              key={control.id}
              lead={
                <Status
                  kind={stateKinds[control.state]}
                  variant="icon"
                  label={stateInWords[control.state]}
                />
              }
              title={
                <bdi>
                  {control.key} {control.name}
                </bdi>
              }
              beside={
                <Why
                  what={control.key}
                  rule={<bdi>{control.proof || control.name}</bdi>}
                  rows={<bdi>{control.why}</bdi>}
                  source={<bdi>{control.source}</bdi>}
                />
              }
              note={<Proofs control={control} page={page} />}
              end={
                <>
                  {control.wantsEvidence && page.editable && (
                    <Button size="small" onClick={() => setProving(control)}>
                      Add evidence…<span className="visually-hidden"> for {control.key}</span>
                    </Button>
                  )}
                  <Status
                    kind={stateKinds[control.state]}
                    variant="word"
                    label={stateInWords[control.state]}
                  />
                </>
              }
            />
          ))}
        </PanelList>
      )}
      {proving !== null && (
        <ProveControl control={proving} page={page} onClose={() => setProving(null)} />
      )}
    </Section>
  );
}

function Proofs({ control, page }: { control: ReleaseControl; page: ReleasePage }) {
  const { state, why, proofs, missing } = control;
  if (state === 'not-applicable') return <bdi>{why}</bdi>;
  if (state === 'open') {
    return (
      <>
        {missing.map((each) => (
          <bdi key={each} className={styles['line']}>
            {each}
          </bdi>
        ))}
      </>
    );
  }
  return (
    <>
      {proofs
        .filter(({ holds }) => holds !== 'no')
        .map((proof) =>
          proof.of === 'gate' ? (
            <button
              key={proof.id}
              type="button"
              className={styles['proof']}
              onClick={() => page.select(proof.id)}
            >
              <bdi>{proofInWords(proof)}</bdi>
            </button>
          ) : (
            <bdi key={proof.id} className={styles['line']}>
              {proofInWords(proof)}
            </bdi>
          ),
        )}
    </>
  );
}
