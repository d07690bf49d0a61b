import { iso } from '#core/database/select.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { idOf } from './found-workspace.ts';
import type { Happening } from './happenings.ts';
import type { Scene } from './perform.ts';

type Of<Do extends Happening['do']> = Extract<Happening, { do: Do }>;

export async function addScope(
  { do: _do, owner, ideaDaysBefore, ...item }: Of<'scope'>,
  { stage, known, releaseId, as, sample }: Scene,
): Promise<void> {
  const today = dateIn(iso(stage.now()), sample.workspace.zone);
  const ownerId = owner === undefined ? null : idOf(known.people, owner);
  const ideaAt = ideaDaysBefore === undefined ? null : plusDays(today, -ideaDaysBefore);
  await stage.call('scope.add', { ...item, ownerId, ideaAt, releaseId }, as);
}

export async function dropScope(
  { title, reason }: Of<'drop-scope'>,
  { stage, releaseId, as }: Scene,
): Promise<void> {
  const items = await stage.call('scope.list', { releaseId }, as);
  const found = items.find((item) => item.title === title);
  if (found !== undefined) await stage.call('scope.drop', { id: found.id, reason }, as);
}

export async function workOnScope(
  { tickets, status }: Of<'work'>,
  { stage, releaseId, as }: Scene,
): Promise<void> {
  const items = await stage.call('scope.list', { releaseId }, as);
  const wanted = items.filter(
    (item) => item.status !== 'dropped' && (tickets?.includes(item.ticket) ?? true),
  );
  for (const { id } of wanted) await stage.call('scope.update', { id, status }, as);
}
