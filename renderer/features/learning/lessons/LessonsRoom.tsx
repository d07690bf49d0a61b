import { useDeferredValue, useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { Lightbulb } from 'lucide-react';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { FilterWords } from '../../../components/filter/FilterWords.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { numberText } from '../../../components/number-text.ts';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { useNames } from '../../planning/releases/index.ts';
import { AddLesson } from './AddLesson.tsx';
import { lessonColumns } from './lesson-columns.tsx';
import type { LessonLine } from './lesson-columns.tsx';
import { LessonInspector } from './LessonInspector.tsx';
import { isNarrowed, kindOptions, narrowedBy, todoOptions, whichChoices } from './lessons-view.ts';
import type { LessonsSearch } from './lessons-view.ts';
import styles from './lessons.module.css';

const noLines: readonly LessonLine[] = [];
/** Of more the newest are listed, and words find the rest. */
const mostListed = 1000;
const mostFound = 200;

/** Everything the workspace has learned: found by words, narrowed, entered and looked after. */
export function LessonsRoom({ search }: { search: LessonsSearch }) {
  const navigate = useNavigate();
  const now = useNow();
  const { names } = useNames();
  const open = useProcedure('workspace.state', {}).data?.open;
  const zone = open?.workspace.zone ?? 'UTC';
  const editable = open?.readOnly === null;
  const [text, setText] = useState('');
  const words = useDeferredValue(text.trim());
  const isSearching = words !== '';
  const narrowed = useMemo(
    () =>
      narrowedBy(
        search,
        names.services.map(({ id }) => id),
      ),
    [search, names],
  );
  const list = useProcedure(
    'lessons.list',
    { ...narrowed, limit: mostListed },
    { keepPrevious: true },
  );
  const found = useProcedure(
    'lessons.search',
    { ...narrowed, text: words, limit: mostFound },
    { enabled: isSearching, keepPrevious: true },
  );
  const rows: readonly LessonLine[] =
    (isSearching ? found.data?.lessons : list.data?.lessons) ?? noLines;
  const today = dateIn(now, zone);
  const columns = useMemo(() => lessonColumns({ names, today, zone }), [names, today, zone]);
  const show = (next: LessonsSearch) =>
    void navigate({
      to: '/improve',
      search: { show: 'lessons', ...withoutEmpty({ ...search, ...next }) },
      replace: true,
    });
  const select = (id: string | null) => show({ sel: id ?? '', release: '' });
  const commands = useMemo(
    () => [
      {
        ...{ id: 'lessons.new', label: 'Add a lesson', key: 'n' },
        run: () => {
          window.location.hash = '#/improve?show=lessons&sel=new';
        },
      },
    ],
    [],
  );
  useScreenCommands(commands);
  const clear = () => {
    setText('');
    show({ kind: '', service: '', tag: '', todo: '' });
  };
  const add = editable && <AddLesson />;
  const isFiltered = isSearching || isNarrowed(narrowed);
  const asked = isSearching ? found : list;
  return (
    <SplitView
      fills
      inspector={
        search.sel !== undefined && (
          <LessonInspector
            key={search.sel}
            id={search.sel === 'new' ? null : search.sel}
            fromReleaseId={search.release ?? null}
            onClose={() => select(null)}
            onSaved={select}
          />
        )
      }
    >
      <DataTable
        label="Lessons"
        remember="lessons"
        noun={['lesson', 'lessons']}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        lines={2}
        state={tableState(
          asked,
          asked.error && errorParts('The lessons could not be read', asked.error),
        )}
        selectedId={search.sel ?? null}
        onSelect={select}
        filters={
          <div className={styles['filters']}>
            <FilterWords
              what="lessons"
              placeholder="Words, cause, tag"
              text={text}
              onText={setText}
            />
            <Segmented
              label="Which lessons"
              choices={whichChoices}
              value={narrowed.which ?? 'in-use'}
              onPick={(which) => show({ which })}
            />
            <SelectInput
              label="Kind"
              value={narrowed.kind ?? ''}
              options={kindOptions}
              onChange={(event) => show({ kind: event.target.value })}
            />
            <SelectInput
              label="Service"
              value={narrowed.serviceId ?? ''}
              options={[
                { value: '', label: 'All services' },
                ...names.services.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => show({ service: event.target.value })}
            />
            <SelectInput
              label="To do"
              value={narrowed.todo ?? ''}
              options={todoOptions}
              onChange={(event) => show({ todo: event.target.value })}
            />
          </div>
        }
        under={
          <Left
            listed={rows.length}
            total={list.data?.total ?? 0}
            isSearching={isSearching}
            more={found.data?.more === true}
          />
        }
        empty={
          <Empty
            picture={<Lightbulb size={32} />}
            text={
              isFiltered
                ? 'No lesson is like this.'
                : 'A lesson is a mistake to avoid or a success to repeat. Releases that share its services, or have a risk about its tags, are asked what they did about it.'
            }
            action={isFiltered ? <Button onClick={clear}>Clear all filters</Button> : add}
          />
        }
      />
    </SplitView>
  );
}

type LeftProps = { listed: number; total: number; isSearching: boolean; more: boolean };

/** What of a long list is not shown, and how to get to it. */
function Left({ listed, total, isSearching, more }: LeftProps) {
  if (isSearching) {
    if (!more) return null;
    return (
      <p className={styles['left']} role="status">
        The best {numberText(listed)} are shown, and more fit. Type another word to tell them apart.
      </p>
    );
  }
  if (total <= listed) return null;
  return (
    <p className={styles['left']} role="status">
      The newest {numberText(listed)} of {numberText(total)} are shown. Words find the others.
    </p>
  );
}

function withoutEmpty(search: LessonsSearch): LessonsSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));
}
