import { useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Section } from '../../../components/Section.tsx';
import { AbsenceDialog, AbsenceList } from '../absences/index.ts';
import type { Names } from '../releases/index.ts';

type AwaySectionProps = { from: string; to: string; names: Names };

/** Who is away in the weeks that are shown. */
export function AwaySection({ from, to, names }: AwaySectionProps) {
  const list = useProcedure('absences.list', { from, to }, { keepPrevious: true });
  const [adding, setAdding] = useState(false);
  const [savedId, setSavedId] = useState<string | null>(null);
  const all = list.data ?? [];
  const addButton = (
    <Button size="small" startIcon={<Plus />} onClick={() => setAdding(true)}>
      Record an absence
    </Button>
  );
  return (
    <Section
      title="Away"
      note={all.length === 0 ? undefined : String(all.length)}
      actions={all.length > 0 && addButton}
    >
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The absences could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && all.length === 0 && (
        <Empty
          small
          text="Nobody is away in these weeks. An absence takes days from the capacity, and says which releases start meanwhile."
          action={addButton}
        />
      )}
      {all.length > 0 && <AbsenceList absences={all} names={names} savedId={savedId} />}
      {adding && (
        <AbsenceDialog
          absence={null}
          names={names}
          onSaved={setSavedId}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
