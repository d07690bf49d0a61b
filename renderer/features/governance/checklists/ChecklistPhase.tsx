import { Section } from '../../../components/Section.tsx';
import { useAttachedCounts } from '../../workspace/attachments/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { ChecklistRow } from './ChecklistRow.tsx';
import { phaseWords } from './checklist-groups.ts';
import type { ChecklistGroup } from './checklist-groups.ts';
import type { ChecklistEdits } from './use-checklist.ts';
import styles from './checklists.module.css';

type ChecklistPhaseProps = {
  group: ChecklistGroup;
  page: ReleasePage;
  edits: ChecklistEdits;
  textOf: (itemId: string) => string;
  today: string;
  openId: string | null;
  onOpen: (itemId: string | null) => void;
};

export function ChecklistPhase(props: ChecklistPhaseProps) {
  const { group, page, edits, textOf, today, openId, onOpen } = props;
  const { phase, items, settled } = group;
  const counts = useAttachedCounts(page.release.id);
  const isNow = phase === page.release.phase ? ' · now' : '';
  return (
    <Section title={phaseWords[phase]} note={`${settled} of ${items.length}${isNow}`}>
      <ul className={styles['list']} aria-label={`Checklist, ${phaseWords[phase]}`}>
        {items.map((item) => (
          <ChecklistRow
            key={item.id}
            item={item}
            count={counts.get(item.id)}
            page={page}
            waitsFor={item.waitsFor.map(textOf)}
            today={today}
            isOpen={openId === item.id}
            onOpen={() => onOpen(openId === item.id ? null : item.id)}
            set={(patch) => edits.set(item, patch)}
          />
        ))}
      </ul>
    </Section>
  );
}
