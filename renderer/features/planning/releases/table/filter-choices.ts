import { riskBands } from '#shared/model/governance/risks.ts';
import { tableGroups } from '#shared/model/planning/release-table.ts';
import type { TableGroup, TableView, Whole } from '#shared/model/planning/release-table.ts';
import { outcomes, phases, releaseTypes } from '#shared/model/planning/releases.ts';
import { capital, filterPart } from '../../../../components/filter/filter-part.ts';
import type { FilterPart } from '../../../../components/filter/filter-part.ts';
import type { Names } from '../names.ts';
import { outcomeWords, phaseWords } from '../phase-words.ts';

export const whichChoices = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Past' },
  { value: 'all', label: 'All' },
] as const;

const groupWords: Record<TableGroup, string> = {
  phase: 'Phase',
  type: 'Type',
  owner: 'Owner',
  service: 'First service',
  month: 'Month of start',
  risk: 'Risk',
};

export const groupChoices = tableGroups.map((value) => ({ value, label: groupWords[value] }));

/** The parts of the filter in the order people narrow by. */
export function filterParts(
  view: TableView,
  names: Names,
  wholes: readonly Whole[],
): FilterPart<TableView>[] {
  const called = new Map(wholes.map(({ id, name }) => [id, name]));
  return [
    filterPart('Type', releaseTypes, capital, view.types, (types) => ({ ...view, types })),
    filterPart(
      'Phase',
      phases,
      (phase) => phaseWords[phase],
      view.phases,
      (chosen) => ({
        ...view,
        phases: chosen,
      }),
    ),
    filterPart('Risk', riskBands, capital, view.bands, (bands) => ({ ...view, bands })),
    filterPart(
      'Outcome',
      outcomes,
      (outcome) => outcomeWords[outcome],
      view.outcomes,
      (chosen) => ({
        ...view,
        outcomes: chosen,
      }),
    ),
    filterPart(
      'Owner',
      names.people.map(({ id }) => id),
      names.person,
      view.owners,
      (owners) => ({
        ...view,
        owners,
      }),
    ),
    filterPart(
      'Service',
      names.services.map(({ id }) => id),
      names.service,
      view.services,
      (chosen) => ({
        ...view,
        services: chosen,
      }),
    ),
    filterPart(
      'Part of',
      // What was chosen stays to be taken off, also where no release in the list is part of it.
      [...new Set([...called.keys(), ...view.wholes])],
      (id) => called.get(id) ?? 'nothing in this list',
      view.wholes,
      (chosen) => ({
        ...view,
        wholes: chosen,
      }),
    ),
  ];
}

/** The view without anything that narrows it; grouping and order stay. */
export function cleared(view: TableView): TableView {
  const narrowed = { types: [], phases: [], owners: [], services: [], bands: [], outcomes: [] };
  return { ...view, ...narrowed, wholes: [], text: '' };
}
