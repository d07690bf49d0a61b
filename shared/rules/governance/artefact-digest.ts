import type { Evidence } from '#shared/model/governance/gates.ts';
import { formatWhen } from '../planning/zoned-time.ts';
import { counted, listed, ownEvidence, worstStatus } from './gate-outcome.ts';
import type { GateOutcome } from './gate-outcome.ts';
import { judgeRan } from './digest-ran.ts';
import type { KnownArtefact, StagingRun } from '../delivery/artefact-facts.ts';
import { isSameTag } from '../delivery/image-reference.ts';
import type { DigestComponent, DigestVerdict } from './digest-verdict.ts';
import { verdict } from './digest-verdict.ts';

export type ArtefactDigestInput = {
  components: readonly DigestComponent[];
  artefacts: readonly KnownArtefact[];
  /** What staging ran, as far as anybody told. */
  ran: readonly StagingRun[];
  /** When each connection last imported completely; null or absent means never. */
  asOfByConnection: ReadonlyMap<string, string | null>;
  limitMs: number;
  now: string;
  zone: string;
};

type Finding = DigestVerdict & { evidence: Evidence | null; asOf: string | null };

/**
 * Passed only when, for each component, the version it names is one artefact by digest, and staging ran
 * that one. What nobody told is waiting, never passed; a tag that moved since, or another digest in
 * staging, is refused; facts older than the limit are out of date unless they already say no.
 */
export function artefactDigest(input: ArtefactDigestInput): GateOutcome {
  const findings =
    input.components.length === 0
      ? [
          {
            ...verdict(
              'waiting',
              'the release has no components yet',
              'Add a component with its version.',
            ),
            ...{ evidence: null, asOf: null },
          },
        ]
      : input.components.map((component) => findingOf(component, input));
  const status = worstStatus(findings.map((each) => each.status));
  const worst = findings.filter((each) => each.status === status);
  const others = worst.length > 1 ? `, and ${worst.length - 1} more` : '';
  return {
    status,
    summary:
      status === 'passed' && worst.length > 1
        ? `${counted(worst.length, 'component')} are what staging ran, by digest`
        : `${worst[0]?.text ?? ''}${others}`,
    needs: [...new Set(findings.flatMap(({ need }) => need ?? []))],
    evidence: findings.flatMap(({ evidence }) => evidence ?? []),
    asOf: findings.flatMap(({ asOf }) => asOf ?? []).toSorted()[0] ?? null,
  };
}

function findingOf(component: DigestComponent, input: ArtefactDigestInput): Finding {
  const { serviceId, version } = component;
  const all = input.artefacts.filter((each) => each.serviceId === serviceId);
  const own = all.filter((each) => isSameTag(each.version, version));
  const ran = input.ran.filter((each) => each.serviceId === serviceId);
  const stands = standing(component, own, input);
  const judged =
    'status' in stands
      ? { ...stands, restsOn: [] as const }
      : judgeRan({ ...input, component, own, all, ran, digests: stands.digests });
  const rested = [...own, ...judged.restsOn];
  return aged(component, judged, rested, input);
}

/** Of a gate that was judged without looking at artefacts. */
export const artefactsNotRead: GateOutcome = {
  ...{ status: 'waiting', summary: 'the artefacts were not looked at' },
  ...{ needs: [], evidence: [], asOf: null },
};

/** The digests of the version, which all stand for one thing; or why there is none to go by. */
function standing(
  { serviceName, version, artefact }: DigestComponent,
  own: readonly KnownArtefact[],
  { now, zone }: ArtefactDigestInput,
): DigestVerdict | { digests: ReadonlySet<string> } {
  const what = `${serviceName} ${version}`;
  const there = own.filter(({ goneAt }) => goneAt === null);
  const [gone] = own.filter(({ digest }) => digest !== null);
  if (there.length === 0 && gone !== undefined) {
    const since = formatWhen(gone.goneAt ?? gone.knownSince, zone, now);
    return verdict(
      'failed',
      `${what} is gone from ${gone.connectionName} since ${since}; it was ${gone.digest}`,
      `Publish ${serviceName} again under a new version, or name a version that is there.`,
    );
  }
  const digests = new Set(there.flatMap(({ digest }) => digest ?? []));
  if (there.length === 0) {
    return verdict(
      'waiting',
      `no artefact of ${what} is known`,
      `Sync the connection that has the artefacts of ${serviceName}, and map what they are called there to the service.`,
    );
  }
  if (digests.size === 0) {
    return verdict(
      'waiting',
      `${there[0]?.connectionName ?? ''} tells no digest of ${what}`,
      `Sync the repository ${serviceName} is published to by its digest.`,
    );
  }
  const two = differing(there);
  if (two !== null) {
    return verdict(
      'failed',
      `${what} has two digests: ${two.map(({ digest, connectionName }) => `${digest} in ${connectionName}`).join(', ')}`,
      `Find out which of them ${serviceName} is to be, and publish it under a version of its own.`,
    );
  }
  const named = digestIn(artefact);
  if (named !== null && !digests.has(named)) {
    return verdict(
      'failed',
      `the release names ${named} for ${what}, and the version is ${[...digests].join(' or ')}`,
      `Correct the artefact of ${serviceName} in the release, or its version.`,
    );
  }
  return { digests: named === null ? digests : new Set([named]) };
}

function digestIn(text: string | null): string | null {
  return /\bsha256:[0-9a-f]{64}\b/i.exec(text ?? '')?.[0].toLowerCase() ?? null;
}

/**
 * Two places that share no digest under one name and version; null where they agree. An image for
 * several platforms has several digests in one place, its own and that of each. Two files that differ
 * are two places: a version moved between them. Another name is another thing, as a package beside an
 * image is.
 */
function differing(there: readonly KnownArtefact[]): [KnownArtefact, KnownArtefact] | null {
  const told = there.filter(({ digest }) => digest !== null);
  const places = Map.groupBy(
    told,
    ({ connectionId, repository, name, fromFile }) =>
      `${connectionId}\n${repository}\n${name}\n${fromFile ?? ''}`,
  );
  const groups = [...places.values()];
  for (const [n, one] of groups.entries()) {
    const digests = new Set(one.map(({ digest }) => digest));
    const [first] = one;
    const [second] =
      groups
        .slice(n + 1)
        .find(
          (other) =>
            other[0]?.name === first?.name && !other.some(({ digest }) => digests.has(digest)),
        ) ?? [];
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return null;
}

/** What it rests on being too old, unless it is refused already. */
function aged(
  { serviceName }: DigestComponent,
  judged: DigestVerdict,
  rested: readonly { connectionId: string | null; connectionName: string }[],
  { asOfByConnection, limitMs, now, zone }: ArtefactDigestInput,
): Finding {
  const from = new Map(
    rested.flatMap(({ connectionId, connectionName }) =>
      connectionId === null ? [] : [[connectionId, connectionName] as const],
    ),
  );
  const read = [...from].map(([id, name]) => ({ name, at: asOfByConnection.get(id) ?? null }));
  const oldest = read.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))[0];
  const asOf = oldest?.at ?? null;
  const isOld =
    oldest !== undefined && (asOf === null || Date.parse(now) - Date.parse(asOf) > limitMs);
  const stands: DigestVerdict =
    judged.status === 'passed' && isOld
      ? verdict(
          'out-of-date',
          `what ${oldest.name} says of ${serviceName} is ${asOf === null ? 'of no known time' : `as of ${formatWhen(asOf, zone, now)}`}`,
          `Sync ${oldest.name}.`,
        )
      : judged;
  const source = listed([...from.values()].toSorted(), 'and');
  const evidence = { ...ownEvidence(stands.text, stands.status, source), asOf };
  return { ...stands, evidence, asOf };
}
