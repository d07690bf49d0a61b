import type { FileOptions } from '../provider.ts';
import { readRunsFile, type FileReading } from '../reading/read-file.ts';
import { isRecord } from '../record.ts';
import { builds } from './builds.ts';
import { rebased, runsIn } from './runs.ts';
import { buildTree } from './tree.ts';

/** Deeper than folders are made by people; a file can be made deeper. */
const deepest = 50;

const expected = `builds of Jenkins (export them with: curl -g -u USER:TOKEN "https://HOST/job/NAME/api/json?tree=allBuilds[${buildTree}]" > builds.json; of a folder with jobs[allBuilds[…]])`;

/** Builds as the API answers them: of a job, or of the jobs in folders. */
export function readFile(chunks: AsyncIterable<Uint8Array>, options: FileOptions = {}) {
  return readRunsFile(reading(options.baseUrl), chunks, options);
}

function reading(baseUrl: string | undefined): FileReading {
  return {
    listName: 'allBuilds',
    isRow: isOfJenkins,
    read(list, placeOf) {
      const found = list.flatMap((raw, n) => opened(raw, placeOf(n), 0));
      return runsIn(
        found.map(({ raw }) => (baseUrl === undefined ? raw : rebased(baseUrl, raw))),
        (n) => found[n]?.at ?? '',
      );
    },
    expected,
  };
}

/** Others have lists of jobs, too: builds in them tell, or the class Jenkins gives to everything. */
function isOfJenkins(value: Record<string, unknown>): boolean {
  if (builds.isRow(value)) return true;
  if (listsIn(value).length === 0) return false;
  const inside = opened(value, '', 0);
  return (
    typeof value['_class'] === 'string' ||
    inside.some(({ raw }) => isRecord(raw) && builds.isRow(raw))
  );
}

type Placed = { raw: unknown; at: string };

/** The builds of a job or folder that stands in the file as Jenkins answered it. */
function opened(raw: unknown, at: string, depth: number): Placed[] {
  const lists = isRecord(raw) && !builds.isRow(raw) && depth < deepest ? listsIn(raw) : [];
  if (lists.length === 0) return [{ raw, at }];
  return lists.flatMap(({ key, list }) =>
    list.flatMap((each, n) => opened(each, `${at}.${key}[${n}]`, depth + 1)),
  );
}

function listsIn(value: Record<string, unknown>): { key: string; list: readonly unknown[] }[] {
  return ['allBuilds', 'builds', 'jobs'].flatMap((key) => {
    const list = value[key];
    return Array.isArray(list) ? [{ key, list }] : [];
  });
}
