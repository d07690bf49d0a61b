import type { ReactNode } from 'react';
import { useProcedure } from '../../../api/useProcedure.ts';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { TabLinks } from '../../../components/TabLinks.tsx';
import { ExceptionsRoom } from './ExceptionsRoom.tsx';
import { PitfallsRoom } from './PitfallsRoom.tsx';

export type ImproveSearch = { show?: string; state?: string; rule?: string };

type ImproveScreenProps = {
  search: ImproveSearch;
  /** The room of a later area, how many there are in it, and what is done first there. */
  lessons: { count: number | undefined; room: ReactNode; action: ReactNode };
};

const rooms = ['pitfalls', 'exceptions', 'lessons'] as const;

/**
 * What the process itself could do better: the pitfalls it is in, the rules it keeps leaving, and
 * what was learned.
 */
export function ImproveScreen({ search, lessons }: ImproveScreenProps) {
  const room = rooms.find((each) => each === search.show) ?? 'pitfalls';
  const pitfalls = useProcedure('pitfalls.list', { most: 5 });
  const exceptions = useProcedure('exceptions.list', {});
  const found = pitfalls.data?.filter(({ state }) => state === 'found').length;
  return (
    <>
      <PageHeader
        title="Improve"
        note="What the process could do better, over all releases"
        actions={room === 'lessons' ? lessons.action : undefined}
      >
        <TabLinks
          label="Improve"
          current={room}
          tabs={[
            { key: 'pitfalls', label: 'Pitfalls', href: '#/improve', count: found },
            {
              key: 'exceptions',
              label: 'Exceptions',
              href: '#/improve?show=exceptions',
              count: exceptions.data?.length,
            },
            {
              key: 'lessons',
              label: 'Lessons',
              href: '#/improve?show=lessons',
              count: lessons.count,
            },
          ]}
        />
      </PageHeader>
      {room === 'exceptions' && <ExceptionsRoom list={exceptions} search={search} />}
      {room === 'pitfalls' && <PitfallsRoom list={pitfalls} />}
      {room === 'lessons' && lessons.room}
    </>
  );
}
