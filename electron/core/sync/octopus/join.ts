import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { Refusal } from '#shared/model/refusal.ts';
import type { RateLimited } from '../http/answer.ts';
import { askInTens } from '../reading/in-tens.ts';
import { isRecord } from '../record.ts';
import { itemsOf, type Thing } from './page.ts';
import { refusalOf } from './refusal.ts';
import { ask, type Octopus } from './source.ts';

/** As many ids as an address takes everywhere. */
const idsAtOnce = 50;

/** What the deployments of one reading name, by id; asked for once. */
export type Named = { things: Map<string, Thing>; refused: Map<string, Refusal> };

export function nothingNamed(): Named {
  return { things: new Map(), refused: new Map() };
}

export type Joined = {
  /** The tasks, and what else the deployments name. */
  all: Thing[];
  warnings: ImportWarning[];
  limited: RateLimited | null;
};

/**
 * Tasks, releases, projects, environments and tenants of deployments, fifty a question. A task has to
 * be had; of the others ids do where the key may not read their names.
 */
export async function joined(
  octopus: Octopus,
  path: string,
  deployments: readonly unknown[],
  named: Named,
  tasks: readonly Thing[] = [],
): Promise<Joined> {
  const records = deployments.filter(isRecord);
  const wanted = (key: string, known: ReadonlyMap<string, unknown>) => [
    ...new Set(
      records
        .map((each) => each[key])
        .filter(isId)
        .filter((id) => !known.has(id)),
    ),
  ];
  const given = new Map(tasks.map((task) => [String(task['Id']), task]));
  const questions = [
    ...inFifties('tasks', wanted('TaskId', given)),
    ...inFifties('releases', wanted('ReleaseId', named.things)),
    ...inFifties('projects', wanted('ProjectId', named.things)),
    ...inFifties('environments', wanted('EnvironmentId', named.things)),
    ...inFifties('tenants', wanted('TenantId', named.things)),
  ].filter(({ of }) => !named.refused.has(of));
  const warnings: ImportWarning[] = [];
  const { told, limited } = await askInTens(questions, async ({ of, ids }) => {
    const answer = await ask(octopus, `${path}/${of}?ids=${ids.join(',')}&take=${ids.length}`);
    if (answer.kind === 'rate-limited') return answer;
    if (answer.kind === 'ok') {
      const things = itemsOf(octopus, answer, `a list of ${of}`).filter(isRecord);
      return { kind: 'told', told: { of, things } };
    }
    if (answer.kind === 'not-modified') return { kind: 'told', told: { of, things: [] } };
    const refusal = refusalOf(octopus, answer);
    if (of === 'tasks' || refusal.code !== 'forbidden') throw refusal;
    if (!named.refused.has(of)) {
      named.refused.set(of, refusal);
      warnings.push({ at: of, reason: `are told by their ids: ${refusal.message}` });
    }
    return { kind: 'told', told: { of, things: [] } };
  });
  const found = told.flatMap(({ of, things }) => (of === 'tasks' ? things : []));
  for (const { of, things } of told) {
    if (of !== 'tasks') for (const each of things) named.things.set(String(each['Id']), each);
  }
  return { all: [...tasks, ...found, ...named.things.values()], warnings, limited };
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && /^[A-Za-z]+-\d{1,20}$/.test(id);
}

function inFifties(of: string, ids: readonly string[]): { of: string; ids: string[] }[] {
  return Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, n) => ({
    of,
    ids: ids.slice(n * idsAtOnce, (n + 1) * idsAtOnce),
  }));
}
