import { useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { mondayOf } from '#shared/rules/planning/capacity/capacity.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { CommitDialog } from './CommitDialog.tsx';
import { CommitmentRows } from './CommitmentRows.tsx';
import { useCommitments } from './use-commitments.ts';

/** The days a release needs of roles and people, week by week. */
export function CommitmentsSection({ page }: { page: ReleasePage }) {
  const { release, names, editable } = page;
  const list = useProcedure('capacity.commitments', { releaseId: release.id });
  const edits = useCommitments();
  const [adding, setAdding] = useState(false);
  const all = list.data ?? [];
  const today = dateIn(page.now, page.zone);
  const addButton = editable && (
    <Button size="small" startIcon={<Plus />} onClick={() => setAdding(true)}>
      Commit days
    </Button>
  );
  const sum = all.reduce((total, { days }) => total + days, 0);
  return (
    <Section
      title="Commitments"
      note={all.length === 0 ? undefined : `${sum} d`}
      actions={all.length > 0 && addButton}
    >
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The commitments could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isPending && <SkeletonRows rows={2} what="the commitments" />}
      {list.isSuccess && all.length === 0 && (
        <Empty
          small
          text="The days this release needs of roles and people in each week. Capacity in the calendar says where more is promised than there is."
          action={addButton}
        />
      )}
      {all.length > 0 && (
        <CommitmentRows ofRelease commitments={all} {...{ names, edits, today, editable }} />
      )}
      {adding && (
        <CommitDialog
          start={{
            ...{ releaseId: release.id, roleKey: '', personId: null },
            ...{ weekOn: mondayOf(today), days: 1, note: '' },
          }}
          names={names}
          save={edits.add}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
