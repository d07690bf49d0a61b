import { createItems } from './items.ts';
import { JsonReader } from './json-reader.ts';
import { fieldOf, isRecord, numberAt } from './json-values.ts';
import { unreadable } from './report.ts';
import type { ReportReader } from './report.ts';

/**
 * The summary k6 writes at the end, in its two ways: as handleSummary gets it (values under
 * “values”, a threshold says whether it is “ok”), or by --summary-export (values beside the name,
 * a threshold is true where it was broken).
 */
export function createK6Reader(): ReportReader {
  let metrics: Record<string, unknown> = {};
  let seconds: number | null = null;
  const json = new JsonReader([
    { path: ['metrics'], take: (value) => (metrics = isRecord(value) ? value : {}) },
    {
      path: ['state', 'testRunDurationMs'],
      take: (value) => (seconds = typeof value === 'number' && value >= 0 ? value / 1000 : null),
    },
  ]);
  return {
    write: (piece) => json.write(piece),
    end() {
      json.end();
      const value = (metric: string, name: string) =>
        numberAt(metrics, metric, 'values', name) ?? numberAt(metrics, metric, name);
      const time = (name: string) => {
        const ms = value('http_req_duration', name);
        return ms === null ? null : Math.max(0, ms);
      };
      const requests = Math.max(0, Math.round(value('http_reqs', 'count') ?? 0));
      if (Object.keys(metrics).length === 0 || time('avg') === null) {
        throw unreadable(
          'The JSON is no summary of k6: expected “metrics” with http_req_duration. Write it with --summary-export or handleSummary; the stream of --out json is not read.',
        );
      }
      const share = value('http_req_failed', 'rate') ?? value('http_req_failed', 'value') ?? 0;
      const failed = Math.min(requests, Math.max(0, Math.round(share * requests)));
      const rate = value('http_reqs', 'rate');
      const broken = brokenIn(metrics);
      const items = createItems();
      for (const threshold of broken) {
        items.add(threshold, { title: threshold, where: '', level: null, text: 'broken' });
      }
      return {
        kind: 'k6',
        tool: 'k6',
        summary: {
          ...{ kind: 'performance', requests, failed, broken },
          seconds: seconds ?? (rate === null || rate <= 0 ? null : requests / rate),
          ...{ meanMs: time('avg'), p95Ms: time('p(95)'), p99Ms: time('p(99)') },
        },
        details: items.end([]),
      };
    },
  };
}

const mostBroken = 200;

function brokenIn(metrics: Record<string, unknown>): string[] {
  return Object.entries(metrics)
    .flatMap(([metric, about]) => {
      const thresholds = fieldOf(about, 'thresholds');
      if (!isRecord(thresholds)) return [];
      return Object.entries(thresholds)
        .filter(([, said]) => said === true || fieldOf(said, 'ok') === false)
        .map(([threshold]) => `${metric}: ${threshold}`.slice(0, 200));
    })
    .slice(0, mostBroken);
}
