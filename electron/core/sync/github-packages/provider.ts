import { Refusal } from '#shared/model/refusal.ts';
import type { Provider } from '../provider.ts';
import { readAnswersFile } from '../reading/answers-file.ts';
import { askOnce } from '../reading/asking.ts';
import { namesInOne } from '../reading/named-places.ts';
import { githubPackagesAnswers } from './answers.ts';
import { packagesOf } from './list-packages.ts';
import { artefactSource } from './list.ts';
import { inWords } from './place.ts';
import { openPackages, placeOf } from './source.ts';

const howTo =
  'Export the versions of a package with: gh api --paginate "orgs/OWNER/packages/TYPE/NAME/versions?per_page=100" > versions.json';

/** Packages and container images at GitHub. */
export const githubPackages: Provider = {
  called: 'GitHub Packages',
  check: placeOf,
  nameOf: namesInOne,
  artefacts: artefactSource,
  async test(source) {
    const github = openPackages(source);
    const notes: string[] = [];
    for (const place of github.places) {
      const found = await packagesOf(github, place);
      if (found.kind === 'rate-limited') throw new Refusal('unavailable', found.message);
      const [first] = found.packages;
      if (first === undefined) {
        notes.push(`${inWords(place)} has no package that the token sees`);
        continue;
      }
      const asking = github.of(place);
      const { body, headers } = await askOnce(asking, first.versions);
      if (!Array.isArray(body)) throw asking.unexpected('a list of versions', body);
      notes.push(...onScopes(headers).filter((note) => !notes.includes(note)));
    }
    return { repository: github.places.map(inWords).join(', '), workflows: [], notes };
  },
  readFile: (chunks, options) =>
    readAnswersFile(
      { called: 'GitHub Packages', answers: githubPackagesAnswers, howTo: `${howTo}.` },
      chunks,
      options,
    ),
};

/** Only classic tokens list their scopes, and only those read packages. */
function onScopes(headers: Headers): string[] {
  const scopes = headers.get('x-oauth-scopes')?.split(/\s*,\s*/) ?? [];
  const broad = scopes.filter((scope) => /^(?:repo|workflow|admin:|write:|delete)/.test(scope));
  return broad.length === 0
    ? []
    : [
        `The token may also write (${broad.join(', ')}), which Slipway never does. One with read:packages alone is enough`,
      ];
}
