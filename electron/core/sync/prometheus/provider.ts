import { z } from 'zod';
import { Refusal } from '#shared/model/refusal.ts';
import type { Provider } from '../provider.ts';
import { readAnswer } from '../reading/answer-kinds.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { shorten } from '../reading/place.ts';
import { isRecord } from '../record.ts';
import { alerts } from './alerts.ts';
import { alertRows, listAlerts, plural, standing } from './alert-list.ts';
import { metricSource } from './metrics.ts';
import { ask, askOnce, openServer, placeOf, prometheusServer, unexpectedShape } from './server.ts';
import type { MonitoringServer } from './server.ts';

/** Prometheus, or what answers as it does: its alerts, and the metrics that checks of releases ask for. */
export const prometheus: Provider = {
  called: prometheusServer.called,
  check: placeOf,
  alerts: {
    isWhole: true,
    list: (options) => listAlerts(prometheusServer, '/alerts', alertsIn, options),
  },
  metrics: metricSource,
  async test(source) {
    const server = openServer(prometheusServer, source);
    const found = alertsIn(server, (await askOnce(server, '/alerts')).body);
    return {
      repository: server.tenant,
      workflows: [],
      notes: [standing(found), ...(await onQueries(server)), ...(await onRules(server))],
    };
  },
  readFile: (chunks, options) =>
    readAnswersFile(
      {
        called: prometheusServer.called,
        answers: [alerts],
        howTo: 'Export its alerts with: curl https://HOST/api/v1/alerts > alerts.json',
      },
      chunks,
      options,
    ),
};

const envelope = z.object({
  status: z.literal('success'),
  data: z.object({ alerts: z.array(z.unknown()).nullable() }),
});

/** The alerts of an answer; one that is no success, whatever its status, must not read as “none”. */
function alertsIn(server: MonitoringServer, body: unknown) {
  if (!envelope.safeParse(body).success) throw unexpectedShape(server, 'its alerts', body);
  return alertRows(readAnswer(server.called, [alerts], 'alerts', body));
}

/** Metric checks ask for more than alerts; a proxy may let in only those. */
async function onQueries(server: MonitoringServer): Promise<string[]> {
  const found = await tried(server, '/query?query=1');
  if (answered.safeParse(found.body).success) return [];
  return [
    `Queries are not answered (${found.why || 'another answer than expected'}): metric checks of releases would say “unknown”. Let ${server.root}/query_range be read, too`,
  ];
}

const answered = z.object({ status: z.literal('success') });

/** What a note is about; the connection works without it. */
async function tried(
  server: MonitoringServer,
  path: string,
): Promise<{ body: unknown; why: string }> {
  const limits = { maxRetries: 0, longestWaitMs: 0 };
  try {
    const answer = await ask(server, path, { limits });
    if (answer.kind === 'ok') return { body: answer.body, why: '' };
    return { body: null, why: answer.kind === 'refused' ? String(answer.status) : answer.kind };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { body: null, why: error.message };
  }
}

const ruleGroups = z.object({ data: z.object({ groups: z.array(z.unknown()) }) });
const ruleGroup = z.object({ rules: z.array(z.unknown()) });

/** A rule that cannot be evaluated is silent, which is not the same as quiet. */
async function onRules(server: MonitoringServer): Promise<string[]> {
  const told = ruleGroups.safeParse((await tried(server, '/rules?type=alert')).body).data;
  const rules = (told?.data.groups ?? [])
    .flatMap((group) => ruleGroup.safeParse(group).data?.rules ?? [])
    .filter(isRecord)
    .filter(({ type }) => type !== 'recording');
  const broken = rules.filter(({ health }) => health === 'err');
  const [first] = broken;
  if (first === undefined) return [];
  const { name, lastError } = first;
  const why =
    typeof lastError === 'string' && lastError !== '' ? `: ${shorten(lastError, 120)}` : '';
  return [
    `${broken.length} of ${plural(rules.length, 'alerting rule')} cannot be evaluated, so alerts of theirs would not show: ${shorten(String(name))}${why}`,
  ];
}
