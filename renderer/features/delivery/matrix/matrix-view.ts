import type { Input } from '#shared/contract/index.ts';
import { environmentKinds } from '#shared/model/workspace/services.ts';
import type { EnvironmentKind } from '#shared/model/workspace/services.ts';
import { filterPart } from '../../../components/filter/filter-part.ts';
import type { FilterPart } from '../../../components/filter/filter-part.ts';
import { kindWords } from './matrix-words.ts';

/** What the address carries: the day, how the matrix is narrowed, and the cell that is open. */
export type MatrixSearch = {
  [K in 'on' | 'show' | 'service' | 'team' | 'kind' | 'sel' | 'env']?: string;
};

export type MatrixView = {
  /** A day in the workspace's zone; null for now. */
  on: string | null;
  show: 'all' | 'drifting';
  services: string[];
  teams: string[];
  kinds: EnvironmentKind[];
  /** Service and environment of the open cell. */
  sel: string | null;
  env: string | null;
};

/** The view an address asks for; what means nothing in it is left out. */
export function viewOf(search: MatrixSearch): MatrixView {
  const chosen = (text: string | undefined) =>
    (text ?? '').split(',').filter((id) => uuid.test(id));
  return {
    on: isDay(search.on) ? search.on : null,
    show: search.show === 'drifting' ? 'drifting' : 'all',
    services: chosen(search.service),
    teams: chosen(search.team),
    kinds: environmentKinds.filter((kind) => search.kind?.split(',').includes(kind)),
    sel: chosen(search.sel)[0] ?? null,
    env: chosen(search.env)[0] ?? null,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isDay(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
  );
}

export function addressOf(view: MatrixView): MatrixSearch {
  const { on, show, services, teams, kinds, sel, env } = view;
  const parts = { on, service: services.join(), team: teams.join(), kind: kinds.join(), sel, env };
  const shown = Object.entries({ ...parts, show: show === 'all' ? null : show });
  return Object.fromEntries(shown.flatMap(([key, text]) => (text ? [[key, text]] : [])));
}

/** What the core is asked for by a view. */
export function askedOf({ on, show, services, teams, kinds }: MatrixView): Input<'matrix.get'> {
  return {
    ...(on === null ? {} : { at: on }),
    ...(services.length === 0 ? {} : { serviceIds: services }),
    ...(teams.length === 0 ? {} : { teamIds: teams }),
    ...(kinds.length === 0 ? {} : { kinds }),
    drifting: show === 'drifting',
  };
}

type Named = readonly { id: string; name: string }[];

export function partsOf(view: MatrixView, services: Named, teams: Named): FilterPart<MatrixView>[] {
  const names = new Map([...services, ...teams].map(({ id, name }) => [id, name]));
  // One that is gone still narrows: it has to be seen to be taken off.
  const known = (listed: Named, chosen: readonly string[]) => [
    ...new Set([...listed.map(({ id }) => id), ...chosen]),
  ];
  const nameOf = (id: string) => names.get(id) ?? 'One that is gone';
  return [
    filterPart('Service', known(services, view.services), nameOf, view.services, (chosen) => ({
      ...view,
      services: chosen,
    })),
    filterPart('Team', known(teams, view.teams), nameOf, view.teams, (chosen) => ({
      ...view,
      teams: chosen,
    })),
    filterPart(
      'Kind of environment',
      environmentKinds,
      (kind) => kindWords[kind],
      view.kinds,
      (kinds) => ({ ...view, kinds }),
    ),
  ];
}
