import { useProcedure } from '../../../api/useProcedure.ts';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { TabLinks } from '../../../components/TabLinks.tsx';
import { ExceptionsRoom } from './ExceptionsRoom.tsx';
import { PitfallsRoom } from './PitfallsRoom.tsx';

export type ImproveSearch = { show?: string; state?: string; rule?: string };

/** What the process itself could do better: the pitfalls it is in, and the rules it keeps leaving. */
export function ImproveScreen({ search }: { search: ImproveSearch }) {
  const isExceptions = search.show === 'exceptions';
  const pitfalls = useProcedure('pitfalls.list', { most: 5 });
  const exceptions = useProcedure('exceptions.list', {});
  const found = pitfalls.data?.filter(({ state }) => state === 'found').length;
  return (
    <>
      <PageHeader title="Improve" note="Checks on the process, over all releases">
        <TabLinks
          label="Improve"
          current={isExceptions ? 'exceptions' : 'pitfalls'}
          tabs={[
            { key: 'pitfalls', label: 'Pitfalls', href: '#/improve', count: found },
            {
              key: 'exceptions',
              label: 'Exceptions',
              href: '#/improve?show=exceptions',
              count: exceptions.data?.length,
            },
          ]}
        />
      </PageHeader>
      {isExceptions ? (
        <ExceptionsRoom list={exceptions} search={search} />
      ) : (
        <PitfallsRoom list={pitfalls} />
      )}
    </>
  );
}
