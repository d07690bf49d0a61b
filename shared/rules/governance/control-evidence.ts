import { reportKinds } from '#shared/model/governance/evidence.ts';
import type { EvidenceKind, ReportKind } from '#shared/model/governance/evidence.ts';
import type { GateCheck } from '#shared/model/governance/gates.ts';
import type { ControlEvidence, ControlGate } from './controls.ts';
import { readsOf } from './evidence/evidence-words.ts';
import { reportGate } from './evidence/report-gate.ts';
import { countingEvidence, staleness } from './evidence/standing.ts';
import type { EvidenceEntry, EvidenceGround } from './evidence/standing.ts';

/**
 * The evidence of a release as its controls look at it. What counts is reckoned gate by gate; the next
 * run of a report proves what the runs before it were brought for. A report that was brought for a
 * gate, or that a gate reads, proves something only while that gate has passed, any other only while
 * it is clean.
 */
export function controlEvidence(
  entries: readonly EvidenceEntry[],
  gates: readonly ControlGate[],
  ground: EvidenceGround,
): ControlEvidence[] {
  const byGate = [...Map.groupBy(entries, ({ gateId }) => gateId).values()];
  return byGate.flatMap((ofGate) =>
    countingEvidence(ofGate).map((entry) => ({
      ...{ id: entry.id, title: entry.title, kind: entry.kind },
      controlKeys: keysOf(entry, ofGate),
      stale: staleness(entry, ground) ?? againstIt(entry, gates, ground),
    })),
  );
}

function keysOf({ kind, title }: EvidenceEntry, ofGate: readonly EvidenceEntry[]): string[] {
  const runs = ofGate.filter(
    (each) =>
      !each.withdrawn && each.kind === kind && each.title.toLowerCase() === title.toLowerCase(),
  );
  return [...new Set(runs.flatMap(({ controlKeys }) => controlKeys))];
}

/** Why a report says the contrary of what it should prove; null where it does not. */
function againstIt(
  entry: EvidenceEntry,
  gates: readonly ControlGate[],
  ground: EvidenceGround,
): string | null {
  if (!isReport(entry.kind)) return null;
  const { kind } = entry;
  const reading = gates.filter(
    ({ id, check }) =>
      entry.gateId === id || (entry.gateId === null && readsOf[check]?.includes(kind) === true),
  );
  const open = reading.find(({ status }) => status !== 'passed' && status !== 'not-applicable');
  if (open !== undefined) return `its gate “${open.name}” has not passed: ${open.summary}`;
  if (reading.length > 0) return null;
  const check = reportChecks.find((each) => readsOf[each]?.includes(kind) === true);
  if (check === undefined) return null;
  const { status, summary } = reportGate({
    ...{ check, limits: {}, entries: [entry], ground, since: null },
  });
  return status === 'passed' ? null : summary;
}

const reportChecks = [
  ...(['test-results', 'coverage', 'vulnerability-report'] as const),
  ...(['component-list', 'performance-results'] as const),
] satisfies GateCheck[];

function isReport(kind: EvidenceKind): kind is ReportKind {
  return reportKinds.some((each) => each === kind);
}
