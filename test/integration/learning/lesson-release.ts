import type { Input, Output } from '#shared/contract/index.ts';
import { withGate } from '../governance/evidence-release.ts';

/** A release of payments-api with the gate `lessons-heeded`, and short ways to teach and answer. */
export async function withLessons() {
  const made = await withGate('lessons-heeded');
  const { test, cast, release } = made;
  const as = cast.mara.id;
  const add = (title: string, more: Partial<Input<'lessons.add'>> = {}) =>
    test.call(
      'lessons.add',
      { kind: 'mistake', title, serviceIds: [cast.payments.id], ...more },
      as,
    );
  const answer = (
    lessonId: string,
    outcome: Input<'lessons.answer'>['outcome'],
    note: string,
    by = as,
  ) => test.call('lessons.answer', { releaseId: release.id, lessonId, outcome, note }, by);
  const touching = async (releaseId = release.id): Promise<Output<'lessons.forRelease'>> =>
    test.call('lessons.forRelease', { releaseId });
  const refused = (input: Partial<Input<'lessons.add'>>) =>
    test.refused('lessons.add', { kind: 'mistake', title: 'A lesson', ...input }, as);
  return { ...made, as, add, answer, touching, refused };
}
