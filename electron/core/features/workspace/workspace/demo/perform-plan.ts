import { iso } from '#core/database/select.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { workday } from './days.ts';
import { idOf } from './found-workspace.ts';
import type { Happening } from './happenings.ts';
import type { Scene } from './perform.ts';

type Of<Do extends Happening['do']> = Extract<Happening, { do: Do }>;

export async function makePlan(plan: Of<'plan'>, scene: Scene): Promise<void> {
  await addTasks(plan, scene);
  await addDependencies(plan, scene);
  await addStakeholders(plan, scene);
}

async function addTasks({ tasks }: Of<'plan'>, scene: Scene): Promise<void> {
  const { stage, releaseId, as, date } = scene;
  const ids = new Map<string, string>();
  for (const { title, kind, day, days, owner, after, note } of tasks) {
    const { id } = await stage.call(
      'tasks.save',
      {
        ...{ releaseId, title, kind, note, ownerId: personOf(owner, scene) },
        durationDays: kind === 'milestone' ? 0 : days,
        startOn: day === undefined ? null : workday(date, day),
        predecessorIds: after.flatMap((other) => ids.get(other) ?? []),
      },
      as,
    );
    ids.set(title, id);
  }
}

async function addDependencies({ dependencies }: Of<'plan'>, scene: Scene): Promise<void> {
  const { stage, releaseId, as, date, releases } = scene;
  for (const { kind, title, release, owner, state, day, note } of dependencies) {
    const target = [...releases].find(([story]) => story.sampleName === release);
    await stage.call(
      'dependencies.save',
      {
        ...{ releaseId, kind, title, state, note, ownerId: personOf(owner, scene) },
        targetReleaseId: release === undefined ? null : (target?.[1] ?? null),
        neededOn: day === undefined ? null : workday(date, day),
      },
      as,
    );
  }
}

async function addStakeholders({ stakeholders }: Of<'plan'>, scene: Scene): Promise<void> {
  const { stage, releaseId, as } = scene;
  for (const { person, ...values } of stakeholders) {
    const personId = personOf(person, scene);
    await stage.call('stakeholders.save', { ...values, releaseId, personId }, as);
  }
}

export async function finishTask({ task }: Of<'finish'>, scene: Scene): Promise<void> {
  const { stage, releaseId, as, sample } = scene;
  const { tasks } = await stage.call('tasks.list', { releaseId }, as);
  const found = tasks.find(({ title }) => title === task);
  if (found === undefined) throw new Error(`There is no task “${task}” to finish`);
  const doneOn = dateIn(iso(stage.now()), sample.workspace.zone);
  await stage.call('tasks.save', { id: found.id, doneOn }, as);
}

function personOf(key: string | undefined, { known }: Scene): string | null {
  return key === undefined ? null : idOf(known.people, key);
}
