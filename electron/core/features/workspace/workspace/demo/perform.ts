import { asc } from 'drizzle-orm';
import { component } from '#core/database/schema/planning.ts';
import { iso, ofReleases } from '#core/database/select.ts';
import type { Deployment } from '#shared/model/planning/releases.ts';
import { assertNever } from '#shared/model/refusal.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { assessRisk } from './assess.ts';
import { idOf } from './found-workspace.ts';
import type { Known } from './found-workspace.ts';
import type { Happening } from './happenings.ts';
import {
  acknowledge,
  decide,
  isAskedFor,
  meet,
  requestDecisions,
  withdraw,
} from './perform-decisions.ts';
import { closeRelease, enterPhase, recordDeployment } from './perform-life.ts';
import { finishTask, makePlan } from './perform-plan.ts';
import { addScope, dropScope, workOnScope } from './perform-scope.ts';
import type { Sample } from './sample.ts';
import type { Chance } from './seeded-chance.ts';
import type { Stage } from './stage.ts';
import type { Moment, Story } from './story.ts';

export type Performance = {
  stage: Stage;
  known: Known;
  sample: Sample;
  date: string;
  chance: Chance;
  /** The releases that exist by now. */
  releases: Map<Story, string>;
};

/** Lets a moment happen: whoever it names calls the procedure behind it. */
export async function perform(moment: Moment, performance: Performance): Promise<void> {
  const { stage, known, releases } = performance;
  const { story, happening } = moment;
  const as = idOf(known.people, moment.as);
  if (happening.do === 'create') {
    releases.set(story, await create(story, as, performance));
    return;
  }
  const releaseId = releases.get(story);
  if (releaseId === undefined) throw new Error(`${story.name} does not exist yet: ${happening.do}`);
  stage.setClock(moment.at);
  await act(happening, { ...performance, story, releaseId, as });
}

async function create(
  story: Story,
  as: string,
  { stage, known, sample }: Performance,
): Promise<string> {
  const { name, type, notes, dataMigration } = story;
  const input = {
    ...{ name, type, notes, dataMigration },
    ownerId: idOf(known.people, story.owner),
    components: Object.entries(story.versions).map(([service, version]) => ({
      serviceId: idOf(known.services, service),
      version,
    })),
    deployments: story.deployments.map(({ environment, startAt, zone, minutes }) => ({
      environmentId: idOf(known.environments, environment),
      region: regionOf(environment, sample),
      startAt: iso(startAt),
      zone,
      durationMinutes: minutes,
    })),
  };
  const { id } = await stage.call('releases.create', input, as);
  return id;
}

export type Scene = Performance & { story: Story; releaseId: string; as: string };

async function act(happening: Happening, scene: Scene): Promise<void> {
  if ('gate' in happening && !isAskedFor(happening.gate, scene)) return;
  const { stage, known, releaseId, as, sample } = scene;
  switch (happening.do) {
    case 'assign':
      return assign(happening.roles, scene);
    case 'scope':
      return addScope(happening, scene);
    case 'drop-scope':
      return dropScope(happening, scene);
    case 'work':
      return workOnScope(happening, scene);
    case 'plan':
      return makePlan(happening, scene);
    case 'finish':
      return finishTask(happening, scene);
    case 'risk': {
      const { do: _do, owner, state, left, dueInDays, ...values } = happening;
      const terms = {
        ownerId: idOf(known.people, owner),
        residualLikelihood: left?.[0] ?? null,
        residualImpact: left?.[1] ?? null,
        dueOn: dueInDays === undefined ? null : plusDays(scene.date, dueInDays),
      };
      const { id } = await stage.call('risks.add', { ...values, ...terms, releaseId }, as);
      if (state !== 'open') await stage.call('risks.update', { id, state }, as);
      return;
    }
    case 'rollback': {
      const plan = sample.words.rollback[happening.service];
      if (plan === undefined) throw new Error(`No rollback words for ${happening.service}`);
      const { steps, minutes, pointOfNoReturn } = plan;
      const days = happening.rehearsedDaysBefore;
      const rehearsal = {
        rehearsedOn: days === null ? null : plusDays(scene.date, -days),
        rehearsalResult: happening.result,
      };
      const values = { steps, durationMinutes: minutes, pointOfNoReturn, ...rehearsal };
      await stage.call('rollback.save', { releaseId, ...values }, as);
      return;
    }
    case 'component':
      return setComponent(happening, scene);
    case 'settle':
      return settle(happening, scene);
    case 'request':
      return requestDecisions(happening, scene);
    case 'decide':
      return decide(happening, scene);
    case 'withdraw':
      return withdraw(happening, scene);
    case 'meet':
      return meet(happening.gate, scene);
    case 'acknowledge':
      return acknowledge(happening.reason, scene);
    case 'repeat':
      return repeat(happening, scene);
    case 'enter':
      await enterPhase(happening, scene);
      if (happening.phase === 'build') await assessRisk(scene);
      return;
    case 'deployed':
      return recordDeployment(happening, scene);
    case 'go-no-further':
      return goNoFurther(scene);
    case 'close':
      return closeRelease(happening.outcome, scene);
    default:
      return assertNever(happening);
  }
}

type Of<Do extends Happening['do']> = Extract<Happening, { do: Do }>;

async function assign(
  wanted: Record<string, string>,
  { stage, known, releaseId, as }: Scene,
): Promise<void> {
  const { roles } = await stage.call('releases.get', { id: releaseId }, as);
  const changed = roles.map(({ roleKey, personId }) => {
    const key = wanted[roleKey];
    return { roleKey, personId: key === undefined ? personId : idOf(known.people, key) };
  });
  await stage.call('releases.update', { id: releaseId, roles: changed }, as);
}

async function setComponent(
  { service, version, commit, changeNumber }: Of<'component'>,
  { stage, known, releaseId, as, story }: Scene,
): Promise<void> {
  const changed = idOf(known.services, service);
  const sha = story.commits.find(({ key }) => key === commit)?.sha;
  if (sha === undefined) throw new Error(`${story.name} has no commit ${commit}`);
  const rows = stage.store.orm
    .select()
    .from(component)
    .where(ofReleases(component, [releaseId]))
    .orderBy(asc(component.id))
    .all();
  const components = rows.map(({ id, serviceId, ...row }) => {
    const kept = { id, serviceId, version: row.version, commit: row.commit };
    return serviceId === changed ? { ...kept, version, commit: sha } : kept;
  });
  await stage.call('releases.update', { id: releaseId, changeNumber, components }, as);
}

async function settle(
  { phase, notApplicable }: Of<'settle'>,
  { stage, releaseId, as, sample, chance }: Scene,
): Promise<void> {
  const items = await stage.call('checklists.list', { releaseId }, as);
  for (const [place, { id, phase: of, state }] of items.entries()) {
    if (of !== phase || state !== 'open') continue;
    if (notApplicable?.item === place) {
      const { reason } = notApplicable;
      await stage.call('checklists.setItem', { id, state: 'not-applicable', reason }, as);
    } else {
      const evidence = chance.pick(sample.words.evidence[phase] ?? ['Done']);
      await stage.call('checklists.setItem', { id, state: 'done', evidence }, as);
    }
  }
}

async function repeat(
  { environment, inMinutes, minutes }: Of<'repeat'>,
  { stage, known, releaseId, as, sample }: Scene,
): Promise<void> {
  const { deployments } = await stage.call('releases.get', { id: releaseId }, as);
  const again = {
    environmentId: idOf(known.environments, environment),
    region: regionOf(environment, sample),
    startAt: iso(stage.now() + inMinutes * 60_000),
    zone: sample.workspace.zone,
    durationMinutes: minutes,
  };
  await stage.call(
    'releases.update',
    { id: releaseId, deployments: [...deployments.map(plannedOf), again] },
    as,
  );
}

async function goNoFurther({ stage, releaseId, as }: Scene): Promise<void> {
  const { deployments } = await stage.call('releases.get', { id: releaseId }, as);
  const begun = deployments.filter(({ actualStartAt }) => actualStartAt !== null);
  await stage.call('releases.update', { id: releaseId, deployments: begun.map(plannedOf) }, as);
}

/** What of a deployment is planned. */
function plannedOf({ id, environmentId, region, startAt, zone, durationMinutes }: Deployment) {
  return { id, environmentId, region, startAt, zone, durationMinutes };
}

function regionOf(environment: string, { workspace }: Sample): string | undefined {
  return workspace.environments.find(({ key }) => key === environment)?.region;
}
