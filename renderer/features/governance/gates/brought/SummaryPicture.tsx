import type { EvidenceSummary } from '#shared/model/governance/evidence.ts';
import {
  number,
  percentOf,
  summaryInWords,
} from '#shared/rules/governance/evidence/evidence-words.ts';
import styles from './brought.module.css';

type Part = { name: string; count: number; tone: string };

/** What a report says as one bar, with its numbers in words beside it. */
export function SummaryPicture({ summary }: { summary: EvidenceSummary }) {
  const parts = partsOf(summary).filter(({ count }) => count > 0);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles['picture']}>
      {total > 0 && (
        <div className={styles['bar']} role="img" aria-label={summaryInWords(summary)}>
          {parts.map(({ name, count, tone }) => (
            <span key={name} className={styles[tone]} style={{ flexGrow: count / total }} />
          ))}
        </div>
      )}
      {summary.kind === 'performance' ? (
        <Load summary={summary} />
      ) : (
        <ul className={styles['legend']}>
          {legendOf(summary).map(({ name, count, tone }) => (
            <li key={name}>
              <span className={`${styles['dot']} ${styles[tone]}`} aria-hidden />
              <strong>{number(count)}</strong> {name}
            </li>
          ))}
          {shares(summary).map((share) => (
            <li key={share}>{share}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function partsOf(summary: EvidenceSummary): Part[] {
  switch (summary.kind) {
    case 'tests':
      return [
        { name: 'failed', count: summary.failed, tone: 'bad' },
        { name: 'skipped', count: summary.skipped, tone: 'neutral' },
        { name: 'passed', count: summary.passed, tone: 'good' },
      ];
    case 'findings':
      return [
        { name: 'critical', count: summary.critical, tone: 'bad' },
        { name: 'high', count: summary.high, tone: 'severe' },
        { name: 'medium', count: summary.medium, tone: 'middling' },
        { name: 'low', count: summary.low, tone: 'neutral' },
        { name: 'unrated', count: summary.unrated, tone: 'faint' },
      ];
    case 'coverage':
      return [
        { name: 'lines covered', count: summary.lines.covered, tone: 'good' },
        { name: 'not covered', count: summary.lines.total - summary.lines.covered, tone: 'faint' },
      ];
    case 'components':
      return [
        { name: 'without a licence', count: summary.withoutLicence, tone: 'middling' },
        { name: 'others', count: summary.components - summary.withoutLicence, tone: 'good' },
      ];
    case 'performance':
      return [
        { name: 'failed', count: summary.failed, tone: 'bad' },
        { name: 'answered', count: summary.requests - summary.failed, tone: 'good' },
      ];
  }
}

/** Levels of findings are told at nought too: that none is critical is what people look for. */
function legendOf(summary: EvidenceSummary): Part[] {
  const parts = partsOf(summary);
  if (summary.kind === 'findings') {
    return parts.filter(({ name, count }) => count > 0 || name === 'critical' || name === 'high');
  }
  return parts.filter(({ name, count }) => count > 0 || name === 'failed');
}

function shares(summary: EvidenceSummary): string[] {
  if (summary.kind === 'findings') {
    return summary.suppressed === 0 ? [] : [`${number(summary.suppressed)} suppressed`];
  }
  if (summary.kind !== 'coverage') return [];
  const lines = percentOf(summary.lines);
  const branches = summary.branches === null ? null : percentOf(summary.branches);
  return [
    lines === null ? 'no data: no lines' : `${lines} of lines`,
    ...(branches === null ? [] : [`${branches} of branches`]),
  ];
}

function Load({ summary }: { summary: Extract<EvidenceSummary, { kind: 'performance' }> }) {
  const { requests, failed, seconds, meanMs, p95Ms, p99Ms, broken } = summary;
  const time = (ms: number | null) => (ms === null ? 'not told' : `${number(Math.round(ms))} ms`);
  const rate = seconds === null || seconds === 0 ? null : requests / seconds;
  return (
    <>
      <dl className={styles['figures']}>
        <Figure name="p95" value={time(p95Ms)} />
        <Figure name="p99" value={time(p99Ms)} />
        <Figure name="mean" value={time(meanMs)} />
        <Figure name="failed" value={percentOf({ covered: failed, total: requests }) ?? '–'} />
        {rate !== null && <Figure name="a second" value={number(Math.round(rate * 10) / 10)} />}
      </dl>
      {broken.map((threshold) => (
        <p key={threshold} className={styles['broken']}>
          Broken: <bdi>{threshold}</bdi>
        </p>
      ))}
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
