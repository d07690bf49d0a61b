import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import type { NormalisedRollout } from '#shared/model/delivery/rows.ts';
import type { RateLimited } from '../http/answer.ts';
import type { DeploymentSource, ListStep, Source, ThingSource } from '../provider.ts';
import { placeAt } from '../reading/place.ts';
import { isRecord, kindOfValue } from '../record.ts';
import { readApplication, type ToldApplication } from './applications.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, linkOf, listPath, openArgoCd, type ArgoCd } from './source.ts';

/** All applications of the place, as one answer tells them. */
type Applications = {
  kind: 'applications';
  /** The server's clock. */
  watermark: string;
  now: NormalisedRollout[];
  history: NormalisedDeployment[];
  /** What is wrong with the applications, and with their histories. */
  warnings: { now: ImportWarning[]; history: ImportWarning[] };
  /** Applications that could not be read. */
  lost: number;
};
type Read = Applications | RateLimited;

/**
 * One answer tells both feeds, and can be of many megabytes: the first asks, the second of the same
 * sync takes what was read. A sync is known by its signal.
 */
const readings = new WeakMap<AbortSignal, Promise<Read>>();

/** What became of the applications: each item of their histories. It is over when it is in there. */
export const deploymentSource: DeploymentSource = {
  async *list(options) {
    const reading = readAll(options);
    if (options.signal) readings.set(options.signal, reading);
    yield* stepsOf(await reading, ({ history, warnings }) => ({
      ...{ rows: history, warnings: warnings.history },
    }));
  },
  get: () => Promise.resolve({ kind: 'gone' }),
};

/** Where each application stands now. */
export const rolloutSource: ThingSource<NormalisedRollout> = {
  isWhole: true,
  async *list(options) {
    const kept = options.signal && readings.get(options.signal);
    if (options.signal) readings.delete(options.signal);
    yield* stepsOf(await (kept ?? readAll(options)), ({ now, warnings, lost }) => ({
      ...{ rows: now, warnings: warnings.now, lost },
    }));
  },
};

type Page<Row> = { rows: Row[]; warnings: ImportWarning[]; lost?: number };

function* stepsOf<Row>(
  read: Read,
  pageOf: (told: Applications) => Page<Row>,
): Generator<ListStep<Row>, void, undefined> {
  if (read.kind === 'rate-limited') {
    yield { type: 'rate-limited', until: read.until, message: read.message };
    return;
  }
  const page = pageOf(read);
  yield { type: 'page', page: 1, known: 0, total: page.rows.length, ...page };
  yield { type: 'complete', watermark: read.watermark, warnings: [] };
}

/** The list is asked for whole: with `fields` Argo CD leaves out histories, ids and conditions. */
async function readAll(source: Source): Promise<Read> {
  const argo = openArgoCd(source);
  const answer = await ask(argo, listPath(argo));
  if (answer.kind === 'rate-limited') return answer;
  if (answer.kind === 'refused') throw refusalOf(argo, answer);
  const body = answer.kind === 'ok' ? answer.body : null;
  const read = readList(argo, listIn(argo, body));
  return { ...read, watermark: new Date(answer.serverNow).toISOString() };
}

/** `items` is null where there are none. */
export function listIn(argo: ArgoCd, body: unknown): readonly unknown[] {
  const items = isRecord(body) ? body['items'] : undefined;
  if (Array.isArray(items)) return items;
  if (items === null) return [];
  throw unexpectedShape(argo, 'a list of applications', body);
}

function readList(argo: ArgoCd, list: readonly unknown[]): Omit<Applications, 'watermark'> {
  const warnings: Applications['warnings'] = { now: [], history: [] };
  const told = list.flatMap((raw, n): (ToldApplication | 'lost')[] => {
    const place = placeAt(`items[${n}]`, warnings.now);
    if (!isRecord(raw)) {
      place.warn('', `expected an application, found ${kindOfValue(raw)}`);
      return ['lost'];
    }
    if (!isAsked(argo, raw)) return [];
    const ofHistory = placeAt(place.at, warnings.history);
    return [readApplication(raw, place, ofHistory) ?? 'lost'];
  });
  const read = told.filter((each) => each !== 'lost').map((each) => linked(argo.baseUrl, each));
  return {
    kind: 'applications',
    now: read.map(({ now }) => now),
    history: read.flatMap(({ history }) => history),
    warnings,
    lost: told.length - read.length,
  };
}

/** Whether an answer held to the question; a proxy can take it away. */
function isAsked({ project, application }: ArgoCd, { metadata, spec }: Record<string, unknown>) {
  const name = isRecord(metadata) ? metadata['name'] : undefined;
  const of = isRecord(spec) ? spec['project'] : undefined;
  const isOther = (asked: string, told: unknown) =>
    asked !== '' && typeof told === 'string' && told !== '' && told !== asked;
  return !isOther(application, name) && !isOther(project, of);
}

/** With the way to the application’s page. */
export function linked(baseUrl: string, { now, history }: ToldApplication): ToldApplication {
  return {
    now: { ...now, url: linkOf(baseUrl, now.name, now.namespace) },
    history: history.map((row) => ({ ...row, url: linkOf(baseUrl, now.name, now.namespace) })),
  };
}
