import { z } from 'zod';
import { Refusal } from '#shared/model/refusal.ts';
import { numericId } from '../reading/fields.ts';
import { longestText } from '../reading/place.ts';
import type { Answered } from '../reading/walk.ts';
import { refusalOf, unexpectedShape, type Asked } from './refusal.ts';
import { ask, type Gitlab } from './source.ts';

const project = z.object({ id: numericId, path_with_namespace: z.string().max(longestText) });
const tokenFacts = z.object({ scopes: z.array(z.string()) });

/**
 * The project as GitLab calls it, and what to know of it and the token, once one row of what is read
 * there could be had. Refuses as a sync would.
 */
export async function reachProject(
  place: Gitlab,
  asked: Asked,
): Promise<{ name: string; notes: string[] }> {
  const answer = await askOnce(place, place.root, asked);
  const found = project.safeParse(answer.body);
  if (!found.success) throw unexpectedShape(place, 'a project', answer.body);
  const rows = await askOnce(place, `${place.root}/${asked}?per_page=1`, asked);
  if (!Array.isArray(rows.body)) throw unexpectedShape(place, `a list of ${asked}`, rows.body);
  const name = found.data.path_with_namespace;
  return { name, notes: [...renamed(place, name), ...(await onToken(place))] };
}

/** Somebody waits for the answer, so it is not tried for long. */
async function askOnce(place: Gitlab, url: string, asked: Asked): Promise<Answered> {
  const answer = await ask(place, url, { limits: { maxRetries: 1, longestWaitMs: 5000 } });
  if (answer.kind === 'ok') return answer;
  if (answer.kind === 'refused') throw refusalOf(place, answer, asked);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  throw unexpectedShape(place, 'an answer', null);
}

function renamed({ project: typed }: Gitlab, name: string): string[] {
  const isSame = /^\d+$/.test(typed) || typed.toLowerCase() === name.toLowerCase();
  return isSame ? [] : [`The project is now called ${name}. Change the path here too`];
}

/** What the token may do beyond reading. Tokens of projects and groups do not tell, and need not. */
async function onToken(place: Gitlab): Promise<string[]> {
  if (place.credential === null) {
    return ['Without a token only public projects are seen, at a lower rate limit'];
  }
  const answer = await ask(place, `${place.api}/personal_access_tokens/self`, {
    limits: { maxRetries: 0, longestWaitMs: 0 },
  });
  const told = answer.kind === 'ok' ? tokenFacts.safeParse(answer.body) : null;
  const broad = told?.data?.scopes.filter((scope) => /^(api|write_|sudo|admin_)/.test(scope)) ?? [];
  return broad.length === 0
    ? []
    : [
        `The token may also write (${broad.join(', ')}), which Slipway never does. One with the scope read_api is enough`,
      ];
}
