import type { Incident } from '#shared/model/delivery/incidents.ts';
import { Tag } from '../../../components/Chip.tsx';
import { PanelRow } from '../../../components/Panel.tsx';
import { Status } from '../../../components/Status.tsx';
import { dayText, timeText, whenText } from '../../../components/when-text.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { severityWords, standingOf } from './incident-words.ts';

type IncidentRowProps = { incident: Incident; page: ReleasePage; onOpen?: () => void };

export function IncidentRow({ incident, page, onOpen }: IncidentRowProps) {
  const { zone, now, release, names } = page;
  const { kind, word } = standingOf(incident);
  const deployment = release.deployments.find(({ id }) => id === incident.deploymentId);
  const cause =
    deployment === undefined
      ? null
      : `${names.environment(deployment.environmentId)}, ${dayText(deployment.startAt, deployment.zone, now)} ${timeText(deployment.startAt, deployment.zone)}`;
  const detected = `detected ${whenText(incident.detectedAt, zone, now)}`;
  return (
    <PanelRow
      lead={<Status kind={kind} variant="icon" />}
      title={<bdi>{incident.title}</bdi>}
      beside={<Tag>{severityWords[incident.severity]}</Tag>}
      note={[detected, cause, incident.note]
        .filter((part) => part !== null && part !== '')
        .join(' · ')}
      end={<Status kind={kind} variant="plain" label={word} />}
      onOpen={onOpen}
    />
  );
}
