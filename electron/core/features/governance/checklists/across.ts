import type { Context } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { ChecklistRow } from '#shared/model/governance/checklists.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { mineOf, standingOf } from '#shared/rules/governance/checklist-terms.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { checklistsOf } from './entries.ts';

/** The items of every open release, the next due first and those without a date behind. */
export function itemsAcross(
  { store, now, actorId }: Context,
  withSettled: boolean,
  releaseIds?: readonly string[],
): ChecklistRow[] {
  const today = dateIn(iso(now), readWorkspace(store).zone);
  const acting = actorId();
  const me = listPeople(store).find(({ id }) => id === acting) ?? null;
  const wanted = releaseIds === undefined ? null : new Set(releaseIds);
  const releases = store.raw
    .prepare<[], { id: string; name: string; phase: Phase }>(
      `SELECT id, name, phase FROM release WHERE deleted_hlc IS NULL AND phase <> 'closed'`,
    )
    .all()
    .filter(({ id }) => wanted === null || wanted.has(id));
  const ofRelease = checklistsOf(
    store,
    releases.map(({ id }) => id),
  );
  return releases
    .flatMap(({ id, name, phase }) => {
      const { entries, start } = ofRelease(id);
      const texts = new Map(entries.map((entry) => [entry.id, entry.text]));
      return entries
        .filter(({ state }) => withSettled || state === 'open')
        .map((entry): ChecklistRow => ({
          ...entry,
          ...{ release: name, releasePhase: phase, startAt: start?.startAt ?? null },
          waitsForTexts: entry.waitsFor.map((each) => texts.get(each) ?? ''),
          standing: standingOf(entry.state, entry.due, today),
          mine: mineOf(entry.owner, entry.ownerRole, me),
        }));
    })
    .toSorted((a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.release, b.release));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
