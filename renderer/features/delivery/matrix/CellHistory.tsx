import type { Output } from '#shared/contract/index.ts';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { releaseHref } from '../../planning/releases/index.ts';
import { eventLook, eventWords } from './matrix-words.ts';
import { ImportedSource } from './ImportedSource.tsx';
import styles from './matrix.module.css';

export type CellAnswer = Output<'matrix.history'>;
type Event = CellAnswer['events'][number];

type CellHistoryProps = { answer: CellAnswer; zone: string; now: string };

/** Every deployment of the service to the environment, newest first, and what each left there. */
export function CellHistory({ answer: { events }, zone, now }: CellHistoryProps) {
  if (events.length === 0) return null;
  return (
    <InspectorPart title={`History, ${events.length}`}>
      <PanelList label="Deployments to this cell">
        {events.map((event) => (
          <PanelRow
            key={event.deploymentId ?? `${event.imported?.id} ${event.what}`}
            lead={
              <Status kind={eventLook[event.what]} variant="icon" label={eventWords[event.what]} />
            }
            title={<bdi className={styles['version']}>{event.version}</bdi>}
            beside={`${eventWords[event.what].toLowerCase()}${leftWords(event)}`}
            note={
              <>
                <When at={event.at} zone={zone} now={now} />
                {event.releaseId !== null && (
                  <>
                    {' · '}
                    <a href={releaseHref(event.releaseId, 'overview')}>
                      <bdi>{event.release}</bdi>
                    </a>
                  </>
                )}
                {event.imported !== null && (
                  <>
                    {' · '}
                    <ImportedSource imported={event.imported} />
                  </>
                )}
                {event.note !== '' && <bdi className={styles['note']}>{event.note}</bdi>}
              </>
            }
          />
        ))}
      </PanelList>
    </InspectorPart>
  );
}

/** What stood there afterwards, where that is not what was deployed. */
function leftWords({ what, stands, standsOf }: Event): string {
  if (what === 'deployed' || what === 'under-way' || what === 'seen') return '';
  if (stands === null) return ', nothing known stood there';
  const verb = what === 'rolled-back' ? 'put back' : 'stayed on';
  return `, ${verb} ${stands.version}${standsOf === null ? '' : ` of ${standsOf}`}`;
}
