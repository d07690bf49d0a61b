import type { Deployment } from '#shared/model/planning/releases.ts';
import { changesOf } from '../../workspace/pasted-table.ts';
import type { PastedChange } from '../../workspace/pasted-table.ts';
import { clipped } from '../../workspace/word-finder.ts';
import { formatInFull } from '../zoned-time.ts';
import type { KnownRelease, ReleaseItem, ReleaseSurroundings } from './release-sheet.ts';

type Words = { facts: string[]; changes: PastedChange[] };

/** What a row says of a release, in words: what a new one would be, what another would get. */
export function releaseWords(
  item: ReleaseItem,
  known: KnownRelease | null,
  before: Deployment | null,
  around: ReleaseSurroundings,
): Words {
  const { personName, environmentName, serviceName } = around;
  const { fields, deployment } = item;
  if (known === null) {
    const services = item.components.map(
      ({ serviceId, version }) => `${serviceName(serviceId)} ${version}`,
    );
    const facts = [
      fields.changeNumber,
      item.type,
      personName(fields.ownerId),
      deployment === null ? '' : formatInFull(deployment.startAt, deployment.zone),
      deployment === null ? '' : environmentName(deployment.environmentId),
      services.join(', '),
      clipped(fields.notes),
    ];
    return { facts: facts.filter((fact) => fact !== ''), changes: [] };
  }
  const changes = changesOf([
    ['Name', known.name, fields.name],
    ['Change number', known.changeNumber || 'none', fields.changeNumber || 'none'],
    ['Owner', personName(known.ownerId), personName(fields.ownerId)],
  ]);
  if (known.notes !== fields.notes) {
    changes.push({
      what: 'Notes',
      from: clipped(known.notes) || 'none',
      to: clipped(fields.notes),
    });
  }
  for (const { serviceId, version } of item.components) {
    const present = known.components.find((each) => each.serviceId === serviceId);
    if (present?.version === version) continue;
    const what = serviceName(serviceId);
    changes.push({ what, from: present?.version ?? 'not in it', to: version });
  }
  if (deployment !== null) changes.push(...moved(deployment, before, environmentName));
  return { facts: [], changes };
}

function moved(
  planned: NonNullable<ReleaseItem['deployment']>,
  before: Deployment | null,
  environmentName: (id: string) => string,
): PastedChange[] {
  const changes: PastedChange[] = [];
  if (before === null) {
    const to = `${formatInFull(planned.startAt, planned.zone)}, ${environmentName(planned.environmentId)}`;
    return [{ what: 'Deployment', from: 'none planned', to }];
  }
  if (before.startAt !== planned.startAt || before.zone !== planned.zone) {
    changes.push({
      what: 'Start',
      from: formatInFull(before.startAt, before.zone),
      to: formatInFull(planned.startAt, planned.zone),
    });
  }
  if (before.durationMinutes !== planned.durationMinutes) {
    const words = (minutes: number) => `${minutes} min`;
    const [from, to] = [words(before.durationMinutes), words(planned.durationMinutes)];
    changes.push({ what: 'Duration', from, to });
  }
  if (before.region !== planned.region) {
    changes.push({ what: 'Region', from: before.region || 'none', to: planned.region });
  }
  return changes;
}
