import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import type { RaciFinding, RaciLetter } from '#shared/model/governance/raci.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel, PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { DeputiesSection } from './DeputiesSection.tsx';
import { RaciGrid } from './RaciGrid.tsx';
import styles from './raci.module.css';

/** Who answers for which gate, what is wrong with that, and who stands in. */
export function ResponsibilitiesSettings() {
  const matrix = useProcedure('raci.matrix', {});
  const findings = useProcedure('raci.check', {}).data;
  const open = useProcedure('workspace.state', {}).data?.open;
  const set = useCommand('raci.set');
  const reset = useCommand('raci.reset');
  const editable = open?.readOnly === null;
  const give = async (gateKey: string, roleKey: string, letters: RaciLetter[]) => {
    const answer = await set.run({ gateKey, roleKey, letters });
    if (answer.ok) showToast({ text: 'Responsibility changed', undo: undoOf(answer) });
  };
  const back = async (gateKey: string) => {
    const answer = await reset.run({ gateKey });
    if (answer.ok) showToast({ text: 'The gate goes by the policy again', undo: undoOf(answer) });
  };
  const error = set.error ?? reset.error;
  return (
    <SplitView>
      {matrix.isError && matrix.data === undefined && (
        <ErrorPanel
          {...errorParts('The responsibilities could not be read', matrix.error)}
          onRetry={() => void matrix.refetch()}
        />
      )}
      {matrix.isPending && <SkeletonRows what="the responsibilities" rows={8} />}
      {error && <ErrorPanel {...errorParts('The responsibility was not changed', error)} />}
      {matrix.data && (
        <>
          <p className={styles['intro']}>
            Responsible does it, accountable answers for it, consulted is asked before, informed
            hears after. Until somebody gives letters, a gate goes by the policy: its accountable
            role has the A, and whoever fills a place has the R. Arrows walk, the letters R A C I
            give and take, Delete empties a cell.
          </p>
          {findings !== undefined && <Findings findings={findings} />}
          <Section
            title="Responsibilities"
            note={`${matrix.data.rows.length} gates of the policy in force`}
          >
            <Panel>
              <RaciGrid
                rows={matrix.data.rows}
                roles={matrix.data.roles}
                editable={editable}
                onSet={(...given) => void give(...given)}
                onReset={(gateKey) => void back(gateKey)}
              />
            </Panel>
          </Section>
          <DeputiesSection roles={matrix.data.roles} editable={editable} />
        </>
      )}
    </SplitView>
  );
}

function Findings({ findings }: { findings: readonly RaciFinding[] }) {
  if (findings.length === 0) {
    return (
      <p className={styles['intro']} role="status">
        <Status
          kind="passed"
          variant="plain"
          label="Every gate has one who answers for it, and each of them a deputy."
        />
      </p>
    );
  }
  return (
    <Section title="What is wrong" note={String(findings.length)}>
      <PanelList label="What is wrong with the responsibilities">
        {findings.map((each) => (
          <PanelRow
            key={`${each.kind} ${each.gateKey ?? each.roleKey ?? ''} ${each.text}`}
            lead={
              <Status
                kind={each.kind === 'no-deputy' ? 'waiting' : 'failed'}
                variant="icon"
                label={each.kind === 'no-deputy' ? 'Better mended' : 'Has to be mended'}
              />
            }
            title={<bdi>{each.gate === '' ? each.text : `${each.gate}: ${each.text}`}</bdi>}
            note={each.todo}
          />
        ))}
      </PanelList>
    </Section>
  );
}
