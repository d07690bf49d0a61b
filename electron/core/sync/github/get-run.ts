import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { GotRun, Source } from '../provider.ts';
import { normaliseRun } from './normalise-run.ts';
import { readPending } from './pending.ts';
import { idOf } from './normalise-runs.ts';
import { refusalOf } from './refusal.ts';
import { ask, openGithub, type Github } from './source.ts';

/**
 * One run as it is now, for rows that were not final when last seen: lists by creation date do not
 * show old runs that went on. When it was run again since, the attempt asked about comes too, as its
 * own row: nothing else would ever finish it.
 */
export async function getRun(
  source: Source,
  asked: { externalId: string; attempt: number },
): Promise<GotRun> {
  const github = openGithub(source);
  const url = `${github.root}/actions/runs/${encodeURIComponent(runId(asked.externalId))}`;
  const now = await getRow(github, url);
  if (now.kind !== 'rows') return now;
  if (now.rows.every(({ attempt }) => attempt === asked.attempt)) return now;
  const then = await getRow(github, `${url}/attempts/${asked.attempt}`);
  if (then.kind !== 'rows') return then.kind === 'gone' ? now : then;
  return {
    kind: 'rows',
    rows: [...then.rows, ...now.rows],
    warnings: [...then.warnings, ...now.warnings],
  };
}

async function getRow(github: Github, url: string): Promise<GotRun> {
  const answer = await ask(github, url);
  switch (answer.kind) {
    case 'rate-limited':
      return answer;
    case 'refused':
      if (answer.status === 404 || answer.status === 410) return { kind: 'gone' };
      throw refusalOf(github, answer, 'Actions');
    case 'not-modified':
      return { kind: 'rows', rows: [], warnings: [] };
    case 'ok': {
      const warnings: ImportWarning[] = [];
      const pending = await readPending(github, [answer.body], warnings);
      const id = idOf(answer.body);
      const row = normaliseRun(answer.body, `run ${id}`, warnings, pending.get(id));
      return { kind: 'rows', rows: row ? [row] : [], warnings };
    }
  }
}

/** The run's own id in `<repository id>/<run id>`. */
function runId(externalId: string): string {
  return externalId.slice(externalId.lastIndexOf('/') + 1);
}
