import { SavedField } from '../../../../components/editing/SavedField.tsx';
import { Section } from '../../../../components/Section.tsx';
import type { ReleasePage } from '../release-page.ts';
import { useReleaseEdits } from '../use-release-edits.ts';

export function NotesSection({ page }: { page: ReleasePage }) {
  const change = useReleaseEdits(page.release);
  return (
    <Section title="Notes" note="bind no decision">
      <SavedField
        kind="area"
        label="What readers of this plan should know"
        optional
        width={900}
        readOnly={!page.editable}
        value={page.release.notes}
        save={(notes) => change({ notes })}
      />
    </Section>
  );
}
