import type {
  PathArtefact,
  PathComponent,
  PathPlace,
  PathRun,
  StepStanding,
} from '#shared/model/delivery/paths.ts';
import type { EnvironmentKind } from '#shared/model/workspace/services.ts';
import type { PlacedEvent } from './recorded-events.ts';
import { isSameBuild } from './same-build.ts';

export type PathInput = {
  releaseId: string;
  component: { serviceId: string; service: string; version: string; commit: string | null };
  /** The newest attempts of runs of the component's commit, required workflows or not. */
  runs: readonly PathRun[];
  /** Artefacts of the service with the component's version. */
  artefacts: readonly PathArtefact[];
  environments: readonly { id: string; name: string; kind: EnvironmentKind }[];
  /** What happened to the service in each environment, oldest first. */
  events: readonly PlacedEvent[];
  /** Where the release means to go, and when. */
  planned: readonly { environmentId: string; startAt: string }[];
};

/**
 * How far a component has come. Each step goes by what is known of it alone: nobody telling of an
 * artefact says nothing about whether there is one.
 */
export function pathOf(input: PathInput): PathComponent {
  const { component, runs, artefacts } = input;
  return {
    ...component,
    build: { ...buildStep(component.commit, runs), runs: [...runs] },
    artefact: { ...artefactStep(component.version, artefacts), found: [...artefacts] },
    places: placesOf(input),
  };
}

type Step = { standing: StepStanding; why: string };

function buildStep(commit: string | null, runs: readonly PathRun[]): Step {
  if (commit === null) return unknown('The component names no commit, so no run is found for it.');
  if (runs.length === 0) return unknown('No connection tells of a run of this commit.');
  const failed = runs.filter(({ status }) => status === 'failed' || status === 'cancelled');
  if (failed.length > 0) {
    return { standing: 'failed', why: `${namesOf(failed)} did not go through.` };
  }
  const going = runs.filter(({ status }) => open.has(status));
  if (going.length > 0) return { standing: 'running', why: `${namesOf(going)} is not over yet.` };
  const passed = runs.filter(({ status }) => status === 'succeeded');
  if (passed.length === 0) return unknown(`${namesOf(runs)} told no outcome.`);
  return { standing: 'passed', why: `${namesOf(passed)} succeeded.` };
}

const open: ReadonlySet<string> = new Set(['queued', 'running', 'needs-approval']);

function artefactStep(version: string, artefacts: readonly PathArtefact[]): Step {
  const there = artefacts.filter(({ gone }) => !gone);
  if (artefacts.length === 0) return unknown(`No connection tells of an artefact ${version}.`);
  if (there.length === 0) {
    return { standing: 'failed', why: `${version} is not in its repository any more.` };
  }
  const digests = new Set(there.map(({ digest }) => digest).filter((digest) => digest !== null));
  if (digests.size > 1) {
    return { standing: 'failed', why: `${version} stands for ${digests.size} different digests.` };
  }
  return { standing: 'passed', why: `${version} is published in ${there[0]?.connection ?? ''}.` };
}

/** The environments the release means to go to or has been in, in the order of the workspace. */
function placesOf(input: PathInput): PathPlace[] {
  const { environments, planned, events } = input;
  return environments.flatMap(({ id, name, kind }): PathPlace[] => {
    const place = { environmentId: id, environment: name, kind };
    const last = events.findLast(
      (event) => event.environmentId === id && isOfRelease(event, input),
    );
    const plan = planned.find(({ environmentId }) => environmentId === id);
    if (last !== undefined) {
      return [{ ...place, ...stepOf(last), at: last.at, imported: last.imported }];
    }
    if (plan === undefined) return [];
    const why = 'Planned; nobody has told yet that it came there.';
    return [{ ...place, standing: 'ahead', why, at: plan.startAt, imported: null }];
  });
}

function isOfRelease(event: PlacedEvent, { releaseId, component }: PathInput): boolean {
  if (event.serviceId !== component.serviceId) return false;
  return event.releaseId === releaseId || isSameBuild(event, component);
}

function stepOf({ what, version }: PlacedEvent): Step {
  switch (what) {
    case 'deployed':
      return { standing: 'passed', why: `${version} came there.` };
    case 'seen':
      return { standing: 'passed', why: `${version} was seen there.` };
    case 'failed':
      return { standing: 'failed', why: `${version} failed there.` };
    case 'rolled-back':
      return { standing: 'failed', why: `${version} was rolled back there.` };
    case 'under-way':
      return { standing: 'running', why: `${version} is on its way there.` };
  }
}

function namesOf(runs: readonly PathRun[]): string {
  const names = [...new Set(runs.map(({ name }) => name))];
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function unknown(why: string): Step {
  return { standing: 'unknown', why };
}
