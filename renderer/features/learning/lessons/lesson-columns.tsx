import type { FoundLesson, LessonSummary } from '#shared/model/learning/lessons.ts';
import { kindInWords } from '#shared/rules/learning/lesson-terms.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import type { TableColumn } from '../../../components/data-table/table-types.ts';
import { Marked } from '../../../components/palette/Marked.tsx';
import { Person } from '../../../components/Person.tsx';
import { Status } from '../../../components/Status.tsx';
import type { Names } from '../../planning/releases/index.ts';
import { KindMark } from './KindMark.tsx';
import styles from './lessons.module.css';

/** A line of the list, with marks where it was found by words. */
export type LessonLine = LessonSummary & Partial<Pick<FoundLesson, 'marked' | 'excerpt'>>;

type Told = { names: Names; today: string; zone: string };

export function lessonColumns({ names, today, zone }: Told): TableColumn<LessonLine>[] {
  return [
    {
      ...{ key: 'title', header: 'Lesson', always: true, grow: true, wrap: true },
      ...{ width: 260, minWidth: 220 },
      value: ({ title }) => title,
      cell: (row) => <TitleCell row={row} />,
    },
    {
      ...{ key: 'kind', header: 'Kind', width: 156 },
      value: ({ kind }) => kindInWords[kind],
      cell: ({ kind }) => <KindMark kind={kind} withWord />,
    },
    {
      ...{ key: 'services', header: 'Services', width: 124, wrap: true },
      value: ({ serviceIds }) => serviceIds.map((id) => names.service(id)).join(', ') || null,
    },
    {
      ...{ key: 'todo', header: 'To update', width: 156 },
      value: (row) => todoWords(row) || null,
      sortBy: ({ openUpdates, overdueUpdates }) => overdueUpdates * 1000 + openUpdates,
      cell: (row) =>
        row.openUpdates === 0 ? null : (
          <Status
            kind={row.overdueUpdates > 0 ? 'failed' : 'waiting'}
            variant="plain"
            label={todoWords(row)}
          />
        ),
    },
    {
      ...{ key: 'review', header: 'Review', width: 140 },
      value: ({ reviewOn }) => reviewOn,
      cell: ({ reviewOn, reviewDue }) => {
        if (reviewOn === null) return null;
        const text = formatDate(reviewOn, today);
        return reviewDue ? (
          <Status kind="out-of-date" variant="plain" label={`${text}, due`} />
        ) : (
          text
        );
      },
    },
    {
      ...{ key: 'owner', header: 'Owner', width: 144 },
      value: ({ ownerId }) => (ownerId === null ? null : names.person(ownerId)),
      cell: ({ ownerId }) =>
        ownerId === null ? (
          <span className={styles['quiet']}>Nobody yet</span>
        ) : (
          <Person name={names.person(ownerId)} />
        ),
    },
    {
      ...{ key: 'from', header: 'Learned from', width: 160, hidden: true },
      value: ({ fromRelease }) => fromRelease || null,
    },
    {
      ...{ key: 'tags', header: 'Tags', width: 160, wrap: true, hidden: true },
      value: ({ tags }) => tags.join(', ') || null,
    },
    {
      ...{ key: 'added', header: 'Added', width: 110, hidden: true },
      value: ({ addedAt }) => addedAt,
      cell: ({ addedAt }) => formatDate(dateIn(addedAt, zone), today),
    },
  ];
}

/** `2 open, 1 overdue` */
function todoWords({ openUpdates, overdueUpdates }: LessonSummary): string {
  if (openUpdates === 0) return '';
  const late = overdueUpdates === 0 ? '' : `, ${overdueUpdates} overdue`;
  return `${openUpdates} open${late}`;
}

function TitleCell({ row }: { row: LessonLine }) {
  const { title, marked, excerpt, tags, retiredAt } = row;
  const under = retiredAt === null ? tags.join(' · ') : ['Out of use', ...tags].join(' · ');
  const isAlone = under === '' && (excerpt ?? []).length === 0;
  return (
    <span className={styles['title']} title={title}>
      <span className={isAlone ? styles['two'] : styles['one']}>
        {marked === undefined ? <bdi>{title}</bdi> : <Marked parts={marked} />}
      </span>
      {excerpt !== undefined && excerpt.length > 0 ? (
        <span className={styles['under']}>
          <Marked parts={excerpt} />
        </span>
      ) : (
        under !== '' && <bdi className={styles['under']}>{under}</bdi>
      )}
    </span>
  );
}
