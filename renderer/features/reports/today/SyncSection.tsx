import { useProcedure } from '../../../api/useProcedure.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { relativeText } from '../../../components/when-text.ts';
import { connectionStanding } from '../../delivery/connections/index.ts';
import type { TodayView } from './view.ts';

/** How old what the pipelines say is. */
export function SyncSection({ view: { now, zone } }: { view: TodayView }) {
  const connections = useProcedure('connections.list', {}).data ?? [];
  if (connections.length === 0) return null;
  return (
    <Section title="How old is what you see">
      <PanelList label="Connections">
        {connections.map((connection) => {
          const { kind, label } = connectionStanding(connection, now, zone);
          const { lastSuccessAt } = connection.state;
          return (
            <PanelRow
              key={connection.id}
              lead={<Status kind={kind} variant="icon" />}
              title={
                <a href={`#/pipelines/${connection.id}`}>
                  <bdi>{connection.name}</bdi>
                </a>
              }
              note={
                lastSuccessAt === null
                  ? label
                  : `${label} · synced ${relativeText(lastSuccessAt, now)}`
              }
            />
          );
        })}
      </PanelList>
    </Section>
  );
}
