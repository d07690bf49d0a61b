import { z } from 'zod';
import { Refusal } from '#shared/model/refusal.ts';
import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';
import type { Answer, RateLimited } from '../http/answer.ts';
import type { ArtefactSource, ListStep } from '../provider.ts';
import { isCompanion } from '../reading/artefacts.ts';
import { askInTens } from '../reading/in-tens.ts';
import { artefactsIn, listsTogether } from '../reading/whole-list.ts';
import { storage } from './files.ts';
import { openArtifactory, storageUrl, type Artifactory } from './source.ts';

const fileList = z.object({ files: z.array(z.unknown()) });

type Steps = AsyncGenerator<ListStep<NormalisedArtefact>, void, undefined>;

/**
 * The files of each folder with their checksums. One question tells them all; the free edition
 * refuses it, and is then asked folder by folder.
 */
export const artefactSource: ArtefactSource = {
  isWhole: true,
  list(options) {
    const artifactory = openArtifactory(options);
    return listsTogether(
      artifactory.names.map((name) => ({ name, steps: listOf(artifactory, name) })),
    );
  },
};

async function* listOf(artifactory: Artifactory, name: string): Steps {
  const { ask, refused, unexpected } = artifactory.of(name);
  const answer = await ask(`${storageUrl(artifactory, name)}?list&deep=1&listFolders=0`);
  if (isOnlyInPro(answer)) return yield* walkFolders(artifactory, name);
  if (answer.kind === 'rate-limited') return yield stopped(answer);
  if (answer.kind === 'refused') throw refused(answer);
  const body = answer.kind === 'ok' ? answer.body : null;
  if (!fileList.safeParse(body).success) throw unexpected('a list of files', body);
  const found = artefactsIn('Artifactory', storage, body);
  yield { type: 'page', page: 1, ...found, known: 0, total: null };
  yield { type: 'complete', watermark: startOf(answer), warnings: [] };
}

/** The free edition has no lists, and says so. */
function isOnlyInPro(answer: Answer): boolean {
  return answer.kind === 'refused' && answer.status === 400 && /artifactory pro/i.test(answer.said);
}

/** More than this is asked for by a folder further down. */
const mostQuestions = 5000;

const folderInfo = z.object({ children: z.array(z.unknown()) });
/** One step down, and never up or aside. */
const child = z.object({
  uri: z
    .string()
    .max(10_000)
    .regex(/^\/(?!\.+$)[^/]+$/),
});

/** Folder by folder, file by file: as many questions as there are of both. */
async function* walkFolders(artifactory: Artifactory, name: string): Steps {
  const asking = artifactory.of(name);
  let watermark = '';
  let asked = 0;
  let page = 0;
  const waiting = [name];
  for (let batch = waiting.splice(0, 50); batch.length > 0; batch = waiting.splice(0, 50)) {
    asked += batch.length;
    if (asked > mostQuestions) throw tooMany(name);
    const { told, limited } = await askInTens(batch, async (path) => {
      const answer = await asking.ask(storageUrl(artifactory, path));
      if (answer.kind === 'rate-limited') return answer;
      // What was deleted on the way is not there.
      const isGone = answer.kind === 'refused' && answer.status === 404 && path !== name;
      if (answer.kind === 'refused' && !isGone) throw asking.refused(answer);
      return { kind: 'told', told: { path, answer } };
    });
    const files: unknown[] = [];
    for (const { path, answer } of told) {
      if (answer.kind !== 'ok') continue;
      if (watermark === '') watermark = startOf(answer);
      const folder = folderInfo.safeParse(answer.body);
      if (folder.success) waiting.push(...below(path, folder.data.children));
      else files.push(answer.body);
    }
    page += 1;
    const found = artefactsIn('Artifactory', storage, files);
    yield { type: 'page', page, ...found, known: 0, total: null };
    if (limited) return yield stopped(limited);
  }
  yield { type: 'complete', watermark, warnings: [] };
}

function below(path: string, children: readonly unknown[]): string[] {
  return children.flatMap((raw) => {
    const found = child.safeParse(raw);
    return found.success && !isCompanion(found.data.uri) ? [`${path}${found.data.uri}`] : [];
  });
}

function startOf(answer: Answer): string {
  return 'serverNow' in answer ? new Date(answer.serverNow).toISOString() : '';
}

function stopped({ until, message }: RateLimited): ListStep<NormalisedArtefact> {
  return { type: 'rate-limited', until, message };
}

function tooMany(name: string): Refusal {
  return new Refusal(
    'unavailable',
    `${name} has more than ${mostQuestions} folders and files, and this edition of Artifactory tells of each by itself. Name folders further down instead`,
  );
}
