import { useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { AddDependency } from './AddDependency.tsx';
import { NeedRow } from './NeedRow.tsx';
import { NeededByList } from './NeededByList.tsx';
import { useDependencies } from './use-dependencies.ts';

type DependenciesSectionProps = {
  page: ReleasePage;
  owners: readonly { value: string; label: string }[];
};

/** What the release needs of others, and which releases need it. */
export function DependenciesSection({ page, owners }: DependenciesSectionProps) {
  const releaseId = page.release.id;
  const list = useProcedure('dependencies.list', { releaseId });
  const edits = useDependencies(releaseId);
  const [adding, setAdding] = useState(false);
  const { needs, neededBy } = list.data ?? { needs: [], neededBy: [] };
  const met = needs.filter(({ state }) => state === 'met').length;
  const addButton = page.editable && !adding && (
    <Button size="small" startIcon={<Plus />} onClick={() => setAdding(true)}>
      Add a dependency
    </Button>
  );
  return (
    <Section
      title="Dependencies"
      note={needs.length === 0 ? undefined : `${met} of ${needs.length} met`}
      actions={needs.length > 0 && addButton}
    >
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The dependencies could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isPending && <SkeletonRows rows={2} what="the dependencies" />}
      {adding && (
        <AddDependency
          page={page}
          owners={owners}
          add={edits.add}
          onDone={() => setAdding(false)}
        />
      )}
      {list.isSuccess && needs.length === 0 && !adding && (
        <Empty
          small
          text="What this release waits for outside of it: another release, a service, a migration, an integration."
          action={addButton}
        />
      )}
      {needs.length > 0 && (
        <PanelList label="Dependencies">
          {needs.map((need) => (
            <NeedRow key={need.id} need={need} page={page} />
          ))}
        </PanelList>
      )}
      {neededBy.length > 0 && <NeededByList neededBy={neededBy} page={page} />}
    </Section>
  );
}
