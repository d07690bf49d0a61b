import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { Output } from '#shared/contract/index.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import type { AskingRelease } from '#shared/rules/governance/queue.ts';
import { queueOf, wordsAskedOf } from '#shared/rules/governance/queue.ts';
import { listReleases } from '../../planning/releases/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { judgeReleases, loadSurroundings, withConsequences } from '../gates/index.ts';

/** The soonest ones: what is further ahead waits for nobody yet. */
const most = 200;

/** The open releases with their gates and what a decision would set off at each. */
export function askingReleases({ store, now }: Pick<Context, 'store' | 'now'>): AskingRelease[] {
  const asked = { which: 'open', limit: most, offset: 0 } as const;
  let judged: ReturnType<typeof judgeReleases> = new Map();
  const outlook: typeof judgeReleases = (...page) => (judged = judgeReleases(...page));
  const { releases } = listReleases(store, asked, outlook, now);
  const around = loadSurroundings(store);
  return releases.map(({ id, name, phase, startAt }) => {
    const gates = judged.get(id)?.gates ?? [];
    const release = { name, phase, startAt };
    return { id, ...release, gates: withConsequences(gates, release, around, now) };
  });
}

/** Today in the workspace's zone. */
export function todayOf({ store, now }: Pick<Context, 'store' | 'now'>): string {
  return dateIn(iso(now), readWorkspace(store).zone);
}

/** What waits for the acting person: decisions, and their word at other gates; none where nobody acts. */
export function queueFor(
  context: Pick<Context, 'store' | 'now' | 'actorId'>,
): Output<'approvals.queue'> {
  const personId = context.actorId();
  if (personId === null) return { items: [], words: [] };
  const releases = askingReleases(context);
  const today = todayOf(context);
  return {
    items: queueOf(releases, personId, today),
    words: wordsAskedOf(releases, personId, today),
  };
}
