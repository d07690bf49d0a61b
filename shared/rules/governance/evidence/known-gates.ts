import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { Evidence } from '#shared/model/governance/gates.ts';
import { formatDate, formatWhen } from '../../planning/zoned-time.ts';
import { dateIn } from '../../planning/zoned-time.ts';
import { counted, listed, ownEvidence } from '../gate-outcome.ts';
import type { GateOutcome } from '../gate-outcome.ts';
import { countingEvidence, staleness } from './standing.ts';
import type { EvidenceEntry, EvidenceGround } from './standing.ts';

/** The gates that are judged from what the workspace knows, or from words somebody stands for. */

/** `changed` is what is other now than when it was given. */
export type AssessmentEntry = {
  band: string;
  byName: string;
  at: string;
  changed: readonly string[];
};
export type StagedDeployment = { startAt: string; isProduction: boolean };
export type ReviewEntry = { title: string; ownerId: string | null; on: string | null };

type Times = Pick<EvidenceGround, 'now' | 'zone'>;

export function riskAssessed(
  newest: AssessmentEntry | null,
  { maxAgeDays }: GateLimits,
  { now, zone }: Times,
): GateOutcome {
  if (newest === null) {
    return outcome('waiting', 'the risk is not assessed yet', [
      'Answer the risk assessment on the Risks tab.',
    ]);
  }
  const { band, byName, at, changed } = newest;
  const when = formatWhen(at, zone, now);
  const days = Math.floor((Date.parse(now) - Date.parse(at)) / 86_400_000);
  if (maxAgeDays !== undefined && days > maxAgeDays) {
    return outcome('out-of-date', `assessed ${days} days ago, limit ${maxAgeDays}`, [
      'Assess the risk again on the Risks tab.',
    ]);
  }
  if (changed.length > 0) {
    return outcome('out-of-date', `assessed ${when}; since then ${changed.join(', ')}`, [
      'Assess the risk again on the Risks tab.',
    ]);
  }
  const evidence = [ownEvidence(`Assessed as ${band}, ${when}`, 'passed', byName)];
  return { ...outcome('passed', `${band} risk, assessed by ${byName}, ${when}`, []), evidence };
}

/** More than one step in production, or somebody's word on how it is staged within one. */
export function rolloutStaged(
  deployments: readonly StagedDeployment[],
  entries: readonly EvidenceEntry[],
  ground: EvidenceGround,
): GateOutcome {
  const starts = new Set(
    deployments.filter(({ isProduction }) => isProduction).map(({ startAt }) => startAt),
  );
  const [first] = [...starts].toSorted();
  if (starts.size > 1 && first !== undefined) {
    const when = formatWhen(first, ground.zone, ground.now);
    return outcome('passed', `production in ${starts.size} steps, the first ${when}`, []);
  }
  const found =
    starts.size === 0 ? 'no deployment to production is planned' : 'production in one step';
  return byWord(entries, ground, found, [
    'Plan the deployments to production in steps, or add a note of how the rollout is staged.',
  ]);
}

/** A review has an owner and a day: in the plan by its name, or on the list of what comes after. */
export function reviewPlanned(
  reviews: readonly ReviewEntry[],
  entries: readonly EvidenceEntry[],
  ground: EvidenceGround,
): GateOutcome {
  const planned = reviews.find(({ ownerId, on }) => ownerId !== null && on !== null);
  if (planned !== undefined && planned.on !== null) {
    const day = formatDate(planned.on, dateIn(ground.now, ground.zone));
    return outcome('passed', `“${planned.title}” on ${day}`, []);
  }
  const [half] = reviews;
  const found =
    half === undefined ? 'no review is planned' : `“${half.title}” has no owner or no day`;
  return byWord(entries, ground, found, [
    'Plan a task with “review” in its name, with an owner and a day, or add a note of when it is held.',
  ]);
}

/** How many lessons touch the release, and what the gate says of their answers. */
export type GateLessons = { touching: number; outcome: GateOutcome };

/**
 * Every lesson that touches the release is answered one by one. A note for the gate is what people
 * brought before there were lessons to answer: where none touches the release it is shown with what
 * it says, since somebody stands for it. Where one does, it stays in sight and passes nothing, or a
 * line of last month would answer a lesson that was learned since, which its writer never saw.
 */
export function lessonsHeeded(
  lessons: GateLessons | null,
  entries: readonly EvidenceEntry[],
  ground: EvidenceGround,
  limits: GateLimits,
): GateOutcome {
  const { touching, outcome: found } = lessons ?? { touching: 0, outcome: noLessons };
  const notes = wordsFor(entries, ground, limits);
  if (touching === 0) {
    const good = notes.find(({ status }) => status === 'passed');
    const summary = good === undefined ? found.summary : `${found.summary}; noted: ${good.what}`;
    return { ...found, summary, evidence: notes };
  }
  const seen = notes.map((note) => ({
    ...note,
    what: `${note.what}; a note answers no lesson`,
    status: 'not-applicable' as const,
  }));
  return { ...found, evidence: [...found.evidence, ...seen] };
}

/** A gate that was asked for without saying what it measures: only an exception leads past it. */
export function measureThreshold({ measure }: GateLimits): GateOutcome {
  const found =
    measure === undefined
      ? 'it says neither a measure nor a limit'
      : `“${measure.key}” was not measured`;
  return outcome('waiting', found, [
    'Give it a measure and a limit in the policy, or ask for an exception.',
  ]);
}

/** All of the register; one that is kept by exception counts and is told. */
export function controlsMet(register: readonly ReleaseControl[]): GateOutcome {
  const controls = register.filter(({ state }) => state !== 'not-applicable');
  if (register.length === 0) {
    return outcome('waiting', 'no control is known to apply', [
      'Enter the controls that apply, with what proves each.',
    ]);
  }
  if (controls.length === 0) {
    return outcome('passed', `none of ${counted(register.length, 'control')} applies`, []);
  }
  const open = controls.filter(({ state }) => state === 'open');
  const evidence = controls.map((control) =>
    ownEvidence(
      `${control.key} ${control.name}`,
      control.state === 'open' ? 'waiting' : 'passed',
      howOf(control),
    ),
  );
  if (open.length === 0) {
    const excepted = controls.filter(({ state }) => state === 'excepted').length;
    const by = excepted === 0 ? '' : `, ${excepted} of them by exception`;
    return {
      ...outcome('passed', `${counted(controls.length, 'control')} met${by}`, []),
      evidence,
    };
  }
  const summary = `${open.length} of ${counted(controls.length, 'control')} not met, first ${open[0]?.key ?? ''}`;
  const needs = open.flatMap(({ key, missing }) => missing.map((each) => `${key}: ${each}`));
  return { ...outcome('waiting', summary, needs), evidence };
}

function howOf({ proofs, missing }: ReleaseControl): string {
  const [need] = missing;
  if (need !== undefined) return need;
  const held = proofs.filter(({ holds }) => holds !== 'no');
  return listed(
    held.map(({ name, holds }) => (holds === 'yes' ? name : `${name} by exception`)),
    'and',
  );
}

/** Whatever was brought for this gate itself and still holds: somebody stands for it by name. */
function byWord(
  entries: readonly EvidenceEntry[],
  ground: EvidenceGround,
  found: string,
  needs: string[],
  limits: GateLimits = {},
): GateOutcome {
  const evidence = wordsFor(entries, ground, limits);
  const [good] = evidence.filter(({ status }) => status === 'passed');
  if (good !== undefined) return { ...outcome('passed', good.what, []), evidence };
  const [old] = evidence;
  if (old === undefined) return outcome('waiting', found, needs);
  return { ...outcome('out-of-date', old.what, needs), evidence };
}

function wordsFor(
  entries: readonly EvidenceEntry[],
  ground: EvidenceGround,
  limits: GateLimits,
): Evidence[] {
  const own = countingEvidence(entries.filter(({ gateId }) => gateId !== null));
  return own.map((entry) => wordOf(entry, staleness(entry, ground, limits)));
}

function wordOf(entry: EvidenceEntry, stale: string | null): Evidence {
  const { title, source, collectedAt, url, digest } = entry;
  const hash = digest === '' ? '' : ` · SHA-256 ${digest.slice(0, 12)}`;
  return {
    what: stale === null ? title : `${title}; ${stale}`,
    status: stale === null ? 'passed' : 'out-of-date',
    source: `${source}${hash}`,
    asOf: collectedAt,
    url: url === '' ? null : url,
    runId: null,
    acknowledgeable: false,
  };
}

function outcome(status: GateOutcome['status'], summary: string, needs: string[]): GateOutcome {
  return { status, summary, needs, evidence: [], asOf: null };
}

const noLessons = outcome('passed', 'no lesson touches this release', []);
