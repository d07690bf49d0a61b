import { useRef } from 'react';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { DeputiesSection } from './DeputiesSection.tsx';
import { Responsibilities } from './Responsibilities.tsx';
import styles from './raci.module.css';

/** Who answers for which gate, what is wrong with that, and who stands in. */
export function ResponsibilitiesSettings() {
  const open = useProcedure('workspace.state', {}).data?.open;
  const editable = open?.readOnly === null;
  const deputies = useRef<HTMLDivElement>(null);
  return (
    <SplitView>
      <p className={styles['intro']}>
        Responsible does it, accountable answers for it, consulted is asked before, informed hears
        after. Until somebody gives letters, a gate goes by the policy: its accountable role has the
        A, and whoever fills a place has the R. Arrows walk, the letters R A C I give and take,
        Delete empties a cell.
      </p>
      <Section title="Responsibilities" note="the gates of the policy in force">
        <Responsibilities
          releaseId={null}
          editable={editable}
          onDeputies={() => deputies.current?.querySelector('button')?.focus()}
        />
      </Section>
      <div ref={deputies}>
        <DeputiesSection editable={editable} />
      </div>
    </SplitView>
  );
}
