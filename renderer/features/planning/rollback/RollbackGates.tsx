import { useProcedure } from '../../../api/useProcedure.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import type { ReleasePage } from '../releases/index.ts';

/** What the gates make of the plan, so that nobody has to go and look. */
export function RollbackGates({ page }: { page: ReleasePage }) {
  const gates = useProcedure('gates.list', { releaseId: page.release.id }).data ?? [];
  const watching = gates.filter(
    ({ check }) => check === 'rollback-planned' || check === 'rollback-rehearsed',
  );
  if (watching.length === 0) return null;
  return (
    <Section title="What the gates say">
      <PanelList label="Gates that look at the rollback plan">
        {watching.map((gate) => (
          <PanelRow
            key={gate.id}
            lead={<Status kind={gate.status} variant="icon" />}
            title={gate.name}
            note={gate.summary}
          />
        ))}
      </PanelList>
    </Section>
  );
}
