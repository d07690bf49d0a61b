import type { gate as gateTable } from '#core/database/schema/governance.ts';
import { iso } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { AssessedOn } from '#shared/model/governance/assessments.ts';
import { comparesWithLast } from '#shared/rules/governance/evidence/report-gate.ts';
import type { GateLessons } from '#shared/rules/governance/evidence/known-gates.ts';
import type { MonitoringFacts } from '#shared/rules/governance/evidence/monitoring-gate.ts';
import type { EvidencedInput } from '#shared/rules/governance/evidence/evidence-gate.ts';
import type { GateOutcome } from '#shared/rules/governance/gate-outcome.ts';
import { summaryKindOf } from '#shared/rules/governance/evidence/evidence-words.ts';
import type { EvidenceEntry, EvidenceGround } from '#shared/rules/governance/evidence/standing.ts';
import type { Since } from '#shared/rules/governance/evidence/report-verdicts.ts';
import { newestOf } from '#shared/rules/governance/risk.ts';
import { sinceAssessed } from '#shared/rules/governance/since-assessed.ts';
import { standingOfPlan } from '#shared/rules/planning/rehearsals.ts';
import { differenceToLast, toEntry } from '../evidence/index.ts';
import type { Subject, Surroundings } from './load.ts';

type GateRow = Plain<typeof gateTable>;

/** What is new since the last release, asked only for gates whose limits speak of it. */
type SinceLast = (subject: Subject, gate: GateRow) => Since;

/** What gates are judged from that lies beside their own release. */
export type Beside = {
  since: SinceLast;
  lessons: (releaseId: string) => GateLessons | null;
  measured: (gateId: string) => GateOutcome | null;
  digests: (releaseId: string) => GateOutcome | null;
  monitored: (releaseId: string) => MonitoringFacts | null;
};

export function sinceLast(store: Store, now: number): SinceLast {
  return ({ release, evidence }, gate) => {
    const kind = summaryKindOf[gate.check];
    if (kind === undefined || !comparesWithLast(gate.limits)) return null;
    const entries = evidence.map(toEntry).filter((entry) => speaksFor(entry, gate.id));
    const found = differenceToLast(store, { releaseId: release.id, kind, entries, at: now });
    return found === null ? null : { added: found.added, release: found.release.name };
  };
}

/** Evidence of the release as a whole speaks for every gate that reads its kind. */
export function speaksFor({ gateId }: Pick<EvidenceEntry, 'gateId'>, id: string): boolean {
  return gateId === null || gateId === id;
}

const reviewWords = /\breviews?\b|retrospective|post-?mortem/i;

/** What gates of evidence are judged from: once a release, then each with its own. */
export function evidencedInputs(
  subject: Subject,
  { services, people, environmentKinds, freezesOf }: Surroundings,
  { since, lessons, measured, digests, monitored }: Beside,
): (gate: GateRow, controls: EvidencedInput['controls']) => EvidencedInput {
  const entries = subject.evidence.map(toEntry);
  const newest = newestOf(subject.assessments);
  const byName = people.find(({ id }) => id === newest?.assessedById)?.name ?? 'somebody who left';
  const shared = {
    ...groundOf(subject, services),
    assessment:
      newest === null
        ? null
        : {
            ...{ band: newest.band, byName, at: iso(newest.assessedAt) },
            changed: subject.gates.some(({ check }) => check === 'risk-assessed')
              ? changedSince(subject, { services, freezesOf }, newest.givenOn)
              : [],
          },
    deployments: subject.deployments.map(({ startAt, environmentId }) => ({
      startAt: iso(startAt),
      isProduction: environmentKinds.get(environmentId) === 'production',
    })),
    reviews: reviewsOf(subject),
    lessons: lessons(subject.release.id),
    digests: digests(subject.release.id),
    monitored: monitored(subject.release.id),
  };
  return (gate, controls) => ({
    ...{ ...shared, controls },
    limits: gate.limits,
    measured: measured(gate.id),
    entries: entries.filter((entry) => speaksFor(entry, gate.id)),
    since: since(subject, gate),
  });
}

/** What evidence of a release is held against, beside the time. */
export function groundOf(
  { components }: Subject,
  services: Surroundings['services'],
): Pick<EvidenceGround, 'components' | 'serviceNames'> {
  return {
    components: components.map(({ serviceId, version, commit }) => ({
      ...{ serviceId, version, commit },
    })),
    serviceNames: new Map([...services].map(([id, { name }]) => [id, name])),
  };
}

function changedSince(
  { release, components, deployments, scope, rollback, rehearsals }: Subject,
  { services, freezesOf }: Pick<Surroundings, 'services' | 'freezesOf'>,
  then: AssessedOn | null,
): string[] {
  const { type, dataMigration } = release;
  const ids = [...new Set(components.map(({ serviceId }) => serviceId))];
  return sinceAssessed(then, {
    ...{ type, dataMigration, scope: scope.map(({ id }) => id) },
    freezes: freezesOf(deployments, ids).toSorted(),
    services: ids.flatMap((id) => {
      const found = services.get(id);
      return found === undefined ? [] : { id, name: found.name };
    }),
    rollback: standingOfPlan(rollback, rehearsals),
  });
}

function reviewsOf({ tasks, checklist }: Subject): EvidencedInput['reviews'] {
  const planned = tasks.map(({ title, ownerId, startOn }) => ({ title, ownerId, on: startOn }));
  const listed = checklist
    .filter(({ phase }) => phase === 'post-release')
    .map(({ text, ownerId, dueOn }) => ({ title: text, ownerId, on: dueOn }));
  return [...planned, ...listed].filter(({ title }) => reviewWords.test(title));
}
