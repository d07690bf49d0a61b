import { max } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import {
  component,
  deployment,
  release,
  releasePhase,
  releaseRole,
  rollbackPlan,
} from '#core/database/schema/planning.ts';
import { toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import type { EnvironmentKind, Service } from '#shared/model/workspace/services.ts';
import { planFromTemplate } from '#shared/rules/planning/templates/templates.ts';
import type { ReleasePlan } from '#shared/rules/planning/templates/templates.ts';
import { checklistOfNew } from '#shared/rules/planning/templates/checklist-fill.ts';
import type { ChecklistSource } from '#shared/rules/planning/templates/checklist-fill.ts';
import { plannedStart } from '#shared/rules/planning/start.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { presentPeople } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { checklistSources, insertItems, templateForNew } from '../templates/index.ts';
import { checkReferences } from './check.ts';

/** Creates a release and all its template brings, in one command; gives its id. */
export function createRelease(input: Parsed<'releases.create'>, context: Context): string {
  const { plan, create } = releaseCreator(context);
  checkReferences(context.store, input);
  const planned = plan(input);
  return context.transact((write) => create(write, planned));
}

/** A new release, its references checked already. */
export type NewRelease = Parsed<'releases.create'> & {
  changeNumber?: string;
  /** The train it departs with, and the date of its cadence. */
  ofTrain?: { trainId: string; trainOn: string };
};

/** A new release with all its template brings, made up before anything is written. */
type PlannedRelease = { input: NewRelease; plan: ReleasePlan };

type ReleaseCreator = {
  plan(input: NewRelease): PlannedRelease;
  /** Within a running command; nothing is left to be judged by then. Gives the id. */
  create(write: Write, planned: PlannedRelease): string;
};

/**
 * Plans and creates one release after the other. What all of them look at is read once, so that a
 * list of hundreds does not ask for the people hundreds of times.
 */
export function releaseCreator({ store, now, actorId }: Context): ReleaseCreator {
  const requesterId = actorId();
  if (requesterId === null) {
    throw new Refusal(
      'precondition_failed',
      'Nobody is chosen as the person who works here. Add people and choose who you are first.',
    );
  }
  const around: Surroundings = {
    store,
    kinds: new Map(listEnvironments(store).map(({ id, kind }) => [id, kind])),
    services: listServices(store),
    people: presentPeople(store),
    checklists: checklistSources(store),
  };
  let number: number | null = null;
  const create: ReleaseCreator['create'] = (write, { input, plan }) => {
    // Asked within the command: somebody may have made releases while these were planned.
    number = (number ?? lastNumber(store)) + 1;
    const { id } = write.insert(release, {
      number,
      name: input.name,
      type: input.type,
      phase: 'planning',
      ownerId: input.ownerId,
      requesterId,
      notes: input.notes,
      changeNumber: input.changeNumber ?? '',
      dataMigration: input.dataMigration,
      standardChange: input.standardChange,
      templateVersionId: input.templateVersionId ?? null,
      createdAt: now,
      ...input.ofTrain,
    });
    for (const part of input.components) write.insert(component, { ...part, releaseId: id });
    for (const planned of input.deployments) {
      write.insert(deployment, { ...planned, startAt: toMs(planned.startAt), releaseId: id });
    }
    writePlan(write, id, plan, now);
    insertItems(write, id, checklistOfNew(plan.checklist, around.checklists, input.type));
    return id;
  };
  return { plan: (input) => ({ input, plan: planRelease(input, around) }), create };
}

function lastNumber({ orm }: Store): number {
  const last = orm
    .select({ n: max(release.number) })
    .from(release)
    .get();
  return last?.n ?? 0;
}

type Surroundings = {
  store: Store;
  kinds: ReadonlyMap<string, EnvironmentKind>;
  services: readonly Service[];
  people: readonly Person[];
  checklists: readonly ChecklistSource[];
};

function planRelease(input: NewRelease, { store, kinds, services, people }: Surroundings) {
  const start = plannedStart(asPlanned(input.deployments), kinds);
  const named = new Set(input.components.map(({ serviceId }) => serviceId));
  return planFromTemplate({
    template: templateForNew(store, input.type, input.templateVersionId),
    services: services.filter(({ id }) => named.has(id)),
    dataMigration: input.dataMigration,
    startDate: start === null ? null : dateIn(start.startAt, start.zone),
    people,
  });
}

function asPlanned(deployments: Parsed<'releases.create'>['deployments']) {
  return deployments.map((each, index) => ({ ...each, id: String(index), actualStartAt: null }));
}

function writePlan(write: Write, releaseId: string, plan: ReleasePlan, now: number): void {
  for (const { phase, plannedOn } of plan.phases) {
    const enteredAt = phase === 'planning' ? now : null;
    write.insert(releasePhase, { releaseId, phase, plannedOn, enteredAt });
  }
  for (const { roleKey, personId } of plan.roles) {
    write.insert(releaseRole, { releaseId, roleKey, personId });
  }
  write.insert(rollbackPlan, {
    releaseId,
    steps: '',
    durationMinutes: null,
    pointOfNoReturn: '',
    rehearsedOn: null,
    rehearsalResult: '',
  });
}
