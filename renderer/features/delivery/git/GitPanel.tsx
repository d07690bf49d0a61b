import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { CircleAlert } from 'lucide-react';
import type { CallError } from '#shared/contract/procedure.ts';
import { mostPasted } from '#shared/model/planning/scope.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { NotesDraft } from './NotesDraft.tsx';
import { RangeFields } from './RangeFields.tsx';
import { RangeRows } from './RangeRows.tsx';
import { RepositoryFields } from './RepositoryFields.tsx';
import { rangeInWords, takeInWords, takenInWords } from './git-words.ts';
import { useChosen } from './use-chosen.ts';
import { useRepository } from './use-repository.ts';
import styles from './git.module.css';

type GitPanelProps = {
  page: ReleasePage;
  /** Why it comes after the scope freeze; ignored before it. */
  lateReason: string;
  onClose: () => void;
};

const views = [
  { value: 'rows', label: 'Rows' },
  { value: 'notes', label: 'Release notes' },
] as const;

/** What lies between two tags of a repository, row by row as it would be added, before it is. */
export function GitPanel({ page, lateReason, onClose }: GitPanelProps) {
  const repository = useRepository(page);
  const { look, range, serviceId } = repository;
  const read = range.data;
  const chosen = useChosen(read);
  const take = useCommand('git.take');
  const [view, setView] = useState<'rows' | 'notes'>('rows');
  const count = chosen.chosen.length;
  const tooMany = count > mostPasted;

  const send = async () => {
    if (read === undefined) return;
    const answer = await take.run({
      ...{ releaseId: page.release.id, serviceId, lateReason, path: read.root },
      // By their ids, so that what is written is what was shown, wherever a branch is by now.
      ...{ from: read.from?.commit ?? null, to: read.to.commit },
      rows: chosen.chosen.map(({ key }) => key),
    });
    if (!answer.ok) return;
    showToast({ text: takenInWords(answer.value), undo: undoOf(answer) });
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (count > 0 && !tooMany && !take.pending) void send();
  };
  const failure = look.error?.error ?? range.error?.error ?? take.error;
  return (
    <form className={styles['panel']} aria-label="Add from Git" onSubmit={onSubmit} noValidate>
      <RepositoryFields page={page} repository={repository} />
      {look.data !== undefined && (
        <>
          <Notices words={look.data.warnings} />
          {look.data.head !== null && <RangeFields repository={repository} look={look.data} />}
        </>
      )}
      {range.isLoading && <SkeletonRows what="the history" rows={4} />}
      {read !== undefined && (
        <>
          <Notices words={read.warnings} />
          <Segmented label="What is shown" choices={views} value={view} onPick={setView} />
          {view === 'rows' ? (
            <RangeRows
              rows={read.rows}
              told={rangeInWords(read)}
              zone={page.zone}
              now={page.now}
              isChosen={chosen.isChosen}
              isAll={chosen.isAll}
              onTurn={chosen.turn}
              onTurnAll={chosen.turnAll}
            />
          ) : (
            <NotesDraft title={page.release.name} range={read} rows={chosen.told} />
          )}
        </>
      )}
      {failure !== undefined && failure !== null && <Failure error={failure} />}
      <div className={styles['buttons']}>
        <Button
          type="submit"
          variant="contained"
          loading={take.pending}
          disabled={count === 0 || tooMany || range.isFetching}
        >
          {takeInWords(chosen.chosen)}
        </Button>
        <Button variant="text" onClick={onClose}>
          Cancel
        </Button>
        {tooMany && (
          <span className={styles['count']}>
            {count} rows are chosen, and at most {mostPasted} are added at once.
          </span>
        )}
      </div>
    </form>
  );
}

function Failure({ error }: { error: CallError }) {
  return (
    <p className={styles['refusal']} role="alert">
      {error.message}
    </p>
  );
}

function Notices({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <ul className={styles['notices']}>
      {words.map((each) => (
        <li key={each}>
          <CircleAlert size={14} aria-hidden />
          <bdi>{each}</bdi>
        </li>
      ))}
    </ul>
  );
}
