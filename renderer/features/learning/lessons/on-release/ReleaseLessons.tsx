import { useEffect, useRef } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import type { ReleaseLesson } from '#shared/model/learning/lessons.ts';
import { errorParts } from '../../../../api/error-parts.ts';
import type { useProcedure } from '../../../../api/useProcedure.ts';
import { Empty } from '../../../../components/Empty.tsx';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../../components/Panel.tsx';
import { Section } from '../../../../components/Section.tsx';
import { SkeletonRows } from '../../../../components/Skeleton.tsx';
import { Status } from '../../../../components/Status.tsx';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import { KindMark } from '../KindMark.tsx';
import { standingOf } from '../lesson-words.ts';
import styles from '../lessons.module.css';

type ReleaseLessonsProps = {
  page: ReleasePage;
  list: ReturnType<typeof useProcedure<'lessons.forRelease'>>;
};

/** An address that means the section and no lesson of it. */
const sectionName = 'lessons';

/** The lessons that touch a release, each with why it is shown and what was answered. */
export function ReleaseLessons({ page, list }: ReleaseLessonsProps) {
  const place = useRef<HTMLDivElement>(null);
  const lessons = list.data?.lessons ?? [];
  const isMeant =
    page.selected === sectionName || lessons.some(({ lesson }) => lesson.id === page.selected);
  const isThere = list.data !== undefined;
  // Who comes from the gate for lessons comes for these, which lie below the risks.
  useEffect(() => {
    if (isMeant && isThere) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isMeant, isThere]);
  return (
    <div ref={place} className={styles['underRisks']}>
      <Section
        title="Lessons"
        note={noteOf(lessons.length, list.data?.unanswered ?? 0, isThere)}
        actions={
          <>
            <Button size="small" variant="text" href="#/improve?show=lessons">
              All lessons
            </Button>
            {page.mayWrite && (
              <Button size="small" startIcon={<Plus />} href={learnedHere(page)}>
                Add a lesson
              </Button>
            )}
          </>
        }
      >
        {list.isPending && <SkeletonRows what="the lessons" />}
        {list.isError && list.data === undefined && (
          <ErrorPanel
            {...errorParts('The lessons could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        )}
        {isThere && lessons.length === 0 && (
          <Empty text="Lessons of earlier releases stand here when they share a service with this one, or when one of its open risks is about their tags. None does." />
        )}
        {lessons.length > 0 && (
          <PanelList label="Lessons">
            {lessons.map((asked) => (
              <LessonRow key={asked.lesson.id} asked={asked} page={page} />
            ))}
          </PanelList>
        )}
      </Section>
    </div>
  );
}

function LessonRow({ asked, page }: { asked: ReleaseLesson; page: ReleasePage }) {
  const { lesson, why, answer } = asked;
  const { kind, word } = standingOf(asked);
  const reason = why.length > 0 ? why.join(' ') : 'It no longer touches this release.';
  return (
    <PanelRow
      lead={<KindMark kind={lesson.kind} />}
      title={<bdi>{lesson.title}</bdi>}
      note={
        <>
          <bdi>{reason}</bdi>
          {answer !== null && (
            <bdi className={styles['answered']}>
              {page.names.person(answer.byId)}: {answer.note}
            </bdi>
          )}
        </>
      }
      end={<Status kind={kind} label={word} wide />}
      selected={lesson.id === page.selected}
      onOpen={() => page.select(lesson.id)}
    />
  );
}

/** The form for a new lesson, with this release as where it was learned. */
function learnedHere({ release }: ReleasePage): string {
  return `#/improve?show=lessons&sel=new&release=${release.id}`;
}

function noteOf(count: number, unanswered: number, isThere: boolean): string | undefined {
  if (!isThere || count === 0) return undefined;
  if (unanswered === 0) return `all ${count} answered`;
  return `${unanswered} of ${count} not answered`;
}
