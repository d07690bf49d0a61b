import type { Output } from '#shared/contract/index.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { whenText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { alertName, findingLook, otherLabels, partLooks } from './alerts/alert-words.ts';

/** What the alerts said while the deployments of a release ran and were watched. */
export function RolloutAlerts({ page }: { page: ReleasePage }) {
  const { release, zone, now } = page;
  const told = useProcedure('monitoring.rollout', { releaseId: release.id });
  // What is said of one alert stands beside it.
  const [general, ofAlerts] = partition(told.data?.findings ?? []);
  const places = new Map(told.data?.deployments.map(({ id, what }) => [id, what]));
  return (
    <Section
      title="Alerts during the roll-out"
      {...(told.data !== undefined && {
        note: <Status {...findingLook(told.data.status)} variant="plain" />,
      })}
    >
      {told.isError && told.data === undefined && (
        <ErrorPanel
          {...errorParts('The alerts could not be read', told.error)}
          onRetry={() => void told.refetch()}
        />
      )}
      {told.data !== undefined && (
        <PanelList label="Alerts during the roll-out">
          {general.map(({ status, text, need }) => (
            <PanelRow
              key={text}
              lead={<Status {...findingLook(status)} variant="icon" />}
              title={<bdi>{sentence(text)}</bdi>}
              {...(need !== null && { note: <bdi>{need}</bdi> })}
            />
          ))}
          {told.data.alerts.map((alert) => (
            <PanelRow
              key={`${alert.id} ${alert.deploymentId}`}
              lead={<Status {...partLooks[alert.part]} variant="icon" />}
              title={<bdi>{alertName(alert)}</bdi>}
              note={
                <bdi>
                  {[
                    otherLabels(alert),
                    alert.note,
                    alert.startedAt && `since ${whenText(alert.startedAt, zone, now)}`,
                    places.get(alert.deploymentId),
                    alert.connectionName,
                    ofAlerts.find(({ alertId }) => alertId === alert.id)?.need,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </bdi>
              }
              end={<Status {...partLooks[alert.part]} variant="plain" />}
            />
          ))}
        </PanelList>
      )}
    </Section>
  );
}

type Finding = Output<'monitoring.rollout'>['findings'][number];

function partition(findings: readonly Finding[]): [general: Finding[], ofAlerts: Finding[]] {
  const { general = [], ofAlerts = [] } = Object.groupBy(findings, ({ alertId }) =>
    alertId === undefined ? 'general' : 'ofAlerts',
  );
  return [general, ofAlerts];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
