import type { EvidenceSummary } from '#shared/model/governance/evidence.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { Evidence, GateCheck } from '#shared/model/governance/gates.ts';
import { capitalised, listed } from '../gate-outcome.ts';
import type { GateOutcome } from '../gate-outcome.ts';
import { kindNames } from '../reports/report.ts';
import { readsOf, summaryInWords, summaryKindOf } from './evidence-words.ts';
import {
  judgeComponents,
  judgeCoverage,
  judgeFindings,
  judgePerformance,
  judgeTests,
} from './report-verdicts.ts';
import type { Since, Verdict } from './report-verdicts.ts';
import { countingEvidence, staleness } from './standing.ts';
import type { EvidenceEntry, EvidenceGround } from './standing.ts';

export type ReportGateInput = {
  check: GateCheck;
  limits: GateLimits;
  /** Evidence of this gate, and of the release as a whole. */
  entries: readonly EvidenceEntry[];
  ground: EvidenceGround;
  since: Since;
};

/** What the last release of the same services is asked about, for limits on what is new. */
export function comparesWithLast({ newFailedTests, newFindings }: GateLimits): boolean {
  return newFailedTests !== undefined || newFindings !== undefined;
}

/**
 * A gate that is judged from reports: the newest of each title counts. One that is broken now fails
 * it; one that speaks of something else than is released puts it out of date; none lets it wait.
 */
export function reportGate(input: ReportGateInput): GateOutcome {
  const { check, limits, entries, ground, since } = input;
  const kind = summaryKindOf[check];
  const names = (readsOf[check] ?? []).map((each) => kindNames[each]);
  const bring = `Add a report to this gate: ${listed(names, 'or')}.`;
  const reports = countingEvidence(entries).filter(({ summary }) => summary?.kind === kind);
  if (reports.length === 0) {
    const others = entries.some(({ withdrawn }) => !withdrawn);
    const summary = others ? 'evidence is kept, but no report that can be read' : 'no report yet';
    return { status: 'waiting', summary, needs: [bring], evidence: [], asOf: null };
  }
  const judged = reports.map((entry) => ({ entry, stale: staleness(entry, ground, limits) }));
  const current = judged.filter(({ stale }) => stale === null).map(({ entry }) => entry);
  const old = judged.find(({ stale }) => stale !== null);
  const verdict = current.length === 0 ? null : judgeSummaries(summariesOf(current), limits, since);
  const evidence = judged.map(({ entry, stale }) => evidenceOf(entry, stale, limits));
  const asOf = reports.map(({ collectedAt }) => collectedAt).toSorted()[0] ?? null;
  if (old !== undefined && verdict?.status !== 'failed') {
    const summary = `“${old.entry.title}” is out of date: ${old.stale ?? ''}`;
    return {
      status: 'out-of-date',
      summary,
      needs: [`Add the report of the newest run in its place.`],
      evidence,
      asOf,
    };
  }
  const { status, text } = verdict ?? { status: 'waiting' as const, text: 'no report yet' };
  const needs = status === 'passed' ? [] : [needOf(status, text, bring)];
  return { status, summary: text, needs, evidence, asOf };
}

function needOf(status: Verdict['status'], text: string, bring: string): string {
  if (status === 'waiting') return `${capitalised(text)}. ${bring}`;
  return 'Mend what is found and add the report of the next run, or ask for an exception.';
}

function evidenceOf(entry: EvidenceEntry, stale: string | null, limits: GateLimits): Evidence {
  const { summary, title, source, digest, collectedAt, url } = entry;
  const text = summary === null ? '' : summaryInWords(summary);
  const own = summary === null ? null : judgeSummaries([summary], limits, null);
  const hash = digest === '' ? '' : ` · SHA-256 ${digest.slice(0, 12)}`;
  return {
    what: `${title}: ${text}${stale === null ? '' : `; ${stale}`}`,
    status: stale === null ? (own?.status ?? 'waiting') : 'out-of-date',
    source: `${source}${hash}`,
    asOf: collectedAt,
    url: url === '' ? null : url,
    runId: null,
    acknowledgeable: false,
  };
}

function summariesOf(entries: readonly EvidenceEntry[]): EvidenceSummary[] {
  return entries.flatMap(({ summary }) => summary ?? []);
}

/** What one report says by itself. */
export function verdictOf(summary: EvidenceSummary, limits: GateLimits): Verdict['status'] {
  return judgeSummaries([summary], limits, null).status;
}

function judgeSummaries(
  summaries: readonly EvidenceSummary[],
  limits: GateLimits,
  since: Since,
): Verdict {
  const of = <K extends EvidenceSummary['kind']>(kind: K) =>
    summaries.filter((each): each is Extract<EvidenceSummary, { kind: K }> => each.kind === kind);
  switch (summaries[0]?.kind) {
    case 'tests':
      return judgeTests(of('tests'), limits, since);
    case 'coverage':
      return judgeCoverage(of('coverage'), limits);
    case 'findings':
      return judgeFindings(of('findings'), limits, since);
    case 'components':
      return judgeComponents(of('components'));
    case 'performance':
      return judgePerformance(of('performance'), limits);
    default:
      return { status: 'waiting', text: 'no report yet' };
  }
}
