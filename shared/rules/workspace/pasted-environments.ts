import { shortText } from '#shared/model/primitives.ts';
import type { PastedEnvironment } from '#shared/model/workspace/pasted.ts';
import type { Environment, EnvironmentKind } from '#shared/model/workspace/services.ts';
import { changesOf, knownByName, quoted, readTable } from './pasted-table.ts';
import type { PastedTable, ReadRow } from './pasted-table.ts';
import { oneLine, wordFinder } from './word-finder.ts';

type Field = 'name' | 'kind' | 'region';

const fieldOf = wordFinder<Field>({
  name: ['environment', 'environments', 'name', 'env'],
  kind: ['kind', 'type', 'stage'],
  region: ['region', 'location', 'site', 'place'],
});

const kindOf = wordFinder<EnvironmentKind>({
  development: ['development', 'dev'],
  test: ['test', 'testing', 'qa', 'integration', 'sit', 'uat'],
  staging: ['staging', 'stage', 'preprod', 'pre prod', 'pre production', 'acceptance'],
  production: ['production', 'prod', 'live'],
});

const longestRegion = 60;

/** A pasted list as environments, matched by name; new ones come at the end, in their order. */
export function readPastedEnvironments(
  text: string,
  environments: readonly Environment[],
): PastedTable<PastedEnvironment> {
  return readTable<Field, PastedEnvironment>(text, {
    fieldOf,
    needed: 'name',
    byLook: draftByLook,
    read: (draft) => readEnvironment(draft, environments),
  });
}

function draftByLook(cells: readonly string[]) {
  const draft: Partial<Record<Field, string>> = {};
  for (const cell of cells.map((each) => each.trim()).filter(Boolean)) {
    if (draft.name === undefined) draft.name = cell;
    else if (kindOf(cell) !== null && draft.kind === undefined) draft.kind = cell;
    else draft.region ??= cell;
  }
  return draft;
}

function readEnvironment(
  draft: Partial<Record<Field, string>>,
  environments: readonly Environment[],
): ReadRow<PastedEnvironment> | string {
  const named = shortText.safeParse(oneLine(draft.name ?? ''));
  if (!named.success) return `The name ${named.error.issues[0]?.message ?? 'does not fit'}.`;
  const known = knownByName(environments, named.data, 'environments');
  if (typeof known === 'string') return known;
  // Written in other capitals it is the same one, and stays as it is called.
  const name = known?.name ?? named.data;
  const written = draft.kind ?? '';
  const kind = kindOf(written) ?? known?.kind;
  if (kind === undefined) {
    const found = written === '' ? 'There is no kind' : `${quoted(written)} is no kind`;
    return `${found}. Write development, test, staging or production.`;
  }
  const typed = oneLine(draft.region ?? '');
  const region = typed === '' ? (known?.region ?? '') : typed;
  if (region.length > longestRegion) {
    return `The region is longer than ${longestRegion} characters. Shorten it.`;
  }
  const cautions =
    written !== '' && kindOf(written) === null
      ? [`${quoted(written)} is no kind: left as it is.`]
      : [];
  const item = { name, kind, region };
  return {
    id: known?.id ?? null,
    name,
    item: known === null ? item : { id: known.id, rev: known.rev, ...item },
    facts: [kind, region].filter((fact) => fact !== ''),
    changes: changesOf([
      ['Kind', known?.kind ?? kind, kind],
      ['Region', known?.region ?? region, region],
    ]),
    cautions,
  };
}
