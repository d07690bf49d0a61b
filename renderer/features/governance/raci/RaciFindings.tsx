import type { RaciFinding } from '#shared/model/governance/raci.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Status } from '../../../components/Status.tsx';
import styles from './raci.module.css';

type RaciFindingsProps = {
  findings: readonly RaciFinding[];
  /** Goes to where a finding is mended: the row of its gate, or the deputies. */
  onPick: (finding: RaciFinding) => void;
};

/** What is wrong with who answers for what, each with what to do about it. */
export function RaciFindings({ findings, onPick }: RaciFindingsProps) {
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
    <div className={styles['findings']}>
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
            onOpen={() => onPick(each)}
          />
        ))}
      </PanelList>
    </div>
  );
}
