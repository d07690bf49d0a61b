import { useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import type { Stakeholder } from '#shared/model/planning/plan.ts';
import { involvementWords } from '#shared/rules/planning/plan-words.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Person } from '../../../components/Person.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { AddStakeholder } from './AddStakeholder.tsx';
import { contactOf } from './contact.ts';
import { useStakeholders } from './use-stakeholders.ts';
import styles from './stakeholders.module.css';

/** Who has an interest in the release: whom to ask first, and whom to tell. */
export function StakeholdersSection({ page }: { page: ReleasePage }) {
  const releaseId = page.release.id;
  const list = useProcedure('stakeholders.list', { releaseId });
  const edits = useStakeholders(releaseId);
  const [adding, setAdding] = useState(false);
  const all = list.data ?? [];
  const addButton = page.editable && !adding && (
    <Button size="small" startIcon={<Plus />} onClick={() => setAdding(true)}>
      Add a stakeholder
    </Button>
  );
  return (
    <Section
      title="Stakeholders"
      note={all.length === 0 ? undefined : String(all.length)}
      actions={all.length > 0 && addButton}
    >
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The stakeholders could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isPending && <SkeletonRows rows={2} what="the stakeholders" />}
      {adding && (
        <AddStakeholder
          page={page}
          taken={all.flatMap(({ personId }) => personId ?? [])}
          add={edits.add}
          onDone={() => setAdding(false)}
        />
      )}
      {list.isSuccess && all.length === 0 && !adding && (
        <Empty
          small
          text="Who has an interest in this release: people to consult before a decision, and people to inform after it."
          action={addButton}
        />
      )}
      {all.length > 0 && (
        <PanelList label="Stakeholders">
          {all.map((one) => (
            <StakeholderRow key={one.id} stakeholder={one} page={page} />
          ))}
        </PanelList>
      )}
    </Section>
  );
}

function StakeholderRow({ stakeholder, page }: { stakeholder: Stakeholder; page: ReleasePage }) {
  const { id, name, interest, involvement } = stakeholder;
  return (
    <PanelRow
      lead={<Person discOnly name={name} />}
      title={<bdi>{name}</bdi>}
      beside={stakeholder.personId === null ? 'from outside' : undefined}
      note={interest === '' ? undefined : <bdi>{interest}</bdi>}
      end={
        <>
          <bdi className={styles['contact']}>{contactOf(stakeholder, page.names.people)}</bdi>
          <span className={styles['involvement']}>{involvementWords[involvement]}</span>
        </>
      }
      selected={page.selected === id}
      onOpen={() => page.select(id)}
    />
  );
}
