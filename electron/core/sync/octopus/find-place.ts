import type { GetRequest, RateLimited } from '../http/answer.ts';
import { isRecord } from '../record.ts';
import type { Answered } from '../reading/walk.ts';
import type { Thing } from './page.ts';
import { notFound, refusalOf, unexpectedShape } from './refusal.ts';
import { ask, type Octopus } from './source.ts';

/** Where deployments are asked for. */
export type Place = {
  kind: 'place';
  /** `/Spaces-1`, or empty for the default space. */
  path: string;
  projectId: string | null;
  /** `Space/Project` as the server spells it; what was typed where nothing was looked up. */
  name: string;
};

type More = Pick<GetRequest, 'limits'>;

/**
 * Looks up what was typed: names and slugs have to be, ids only where their names are wanted. Refuses
 * (`not_found`) what the key does not see.
 */
export async function findPlace(
  octopus: Octopus,
  more: More & { named?: boolean } = {},
): Promise<Place | RateLimited> {
  const { space, project } = octopus;
  const { named = false, ...limits } = more;
  let path = space === '' ? '' : `/${space}`;
  const names = space === '' ? [] : [space];
  if (named || !(space === '' || /^Spaces-\d+$/.test(space))) {
    const spaces = await allOf(octopus, '/spaces/all', 'a list of spaces', limits);
    // A server of before there were spaces has no list of them.
    if (spaces.kind === 'rate-limited') return spaces;
    const found = spaces.things.find((each) =>
      space === '' ? each['IsDefault'] === true : isCalled(each, space),
    );
    if (found === undefined && space !== '') throw notFound(`The space ${space}`, namesOf(spaces));
    if (found !== undefined) names[0] = String(found['Name']);
    if (found !== undefined && space !== '') path = `/${String(found['Id'])}`;
  }
  if (project === '') return { kind: 'place', path, projectId: null, name: names.join('/') };
  if (!named && /^Projects-\d+$/.test(project)) {
    return { kind: 'place', path, projectId: project, name: [...names, project].join('/') };
  }
  const projects = await allOf(octopus, `${path}/projects/all`, 'a list of projects', limits);
  if (projects.kind === 'rate-limited') return projects;
  const found = projects.things.find((each) => isCalled(each, project));
  if (found === undefined) {
    throw notFound(`The project ${project} in the space ${names[0]}`, namesOf(projects));
  }
  const name = [...names, String(found['Name'])].join('/');
  return { kind: 'place', path, projectId: String(found['Id']), name };
}

type Listed = { kind: 'listed'; things: Thing[] };

/** Lists of `/all` come whole and bare. */
async function allOf(
  octopus: Octopus,
  path: string,
  expected: string,
  more: More,
): Promise<Listed | RateLimited> {
  const answer = await ask(octopus, path, more);
  if (answer.kind === 'rate-limited') return answer;
  if (answer.kind === 'refused') {
    const isOld = answer.status === 404 && path === '/spaces/all' && octopus.space === '';
    if (isOld) return { kind: 'listed', things: [] };
    throw refusalOf(octopus, answer);
  }
  const body: Answered['body'] = answer.kind === 'ok' ? answer.body : null;
  if (!Array.isArray(body)) throw unexpectedShape(octopus, expected, body);
  const list: readonly unknown[] = body;
  return { kind: 'listed', things: list.filter(isRecord) };
}

/** By name, slug or id, whatever the case. */
function isCalled(thing: Thing, typed: string): boolean {
  return [thing['Name'], thing['Slug'], thing['Id']].some(
    (each) => typeof each === 'string' && each.toLowerCase() === typed.toLowerCase(),
  );
}

function namesOf({ things }: Listed): string[] {
  return things.map((each) => String(each['Name'])).toSorted();
}
