import { riskBands } from '#shared/model/governance/risks.ts';
import { tableGroups } from '#shared/model/planning/release-table.ts';
import type { TableGroup, TableView } from '#shared/model/planning/release-table.ts';
import { outcomes, phases, releaseTypes } from '#shared/model/planning/releases.ts';
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

/** A part of the filter: what can be chosen of it, what is, and the filter with a choice in or out. */
export type FilterPart = {
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  toggle: (value: string) => TableView;
};

/** The parts of the filter in the order people narrow by. */
export function filterParts(view: TableView, names: Names): FilterPart[] {
  return [
    part('Type', releaseTypes, capital, view.types, (types) => ({ ...view, types })),
    part(
      'Phase',
      phases,
      (phase) => phaseWords[phase],
      view.phases,
      (chosen) => ({
        ...view,
        phases: chosen,
      }),
    ),
    part('Risk', riskBands, capital, view.bands, (bands) => ({ ...view, bands })),
    part(
      'Outcome',
      outcomes,
      (outcome) => outcomeWords[outcome],
      view.outcomes,
      (chosen) => ({
        ...view,
        outcomes: chosen,
      }),
    ),
    part(
      'Owner',
      names.people.map(({ id }) => id),
      names.person,
      view.owners,
      (owners) => ({
        ...view,
        owners,
      }),
    ),
    part(
      'Service',
      names.services.map(({ id }) => id),
      names.service,
      view.services,
      (chosen) => ({
        ...view,
        services: chosen,
      }),
    ),
  ];
}

function part<Value extends string>(
  label: string,
  values: readonly Value[],
  wordOf: (value: Value) => string,
  chosen: readonly Value[],
  put: (chosen: Value[]) => TableView,
): FilterPart {
  return {
    key: label,
    label,
    chosen,
    options: values.map((value) => ({ value, label: wordOf(value) })),
    // In the order of the list, so that the same choices are the same address.
    toggle: (value) => put(values.filter((each) => chosen.includes(each) !== (each === value))),
  };
}

/** The view without anything that narrows it; grouping and order stay. */
export function cleared(view: TableView): TableView {
  const none = { types: [], phases: [], owners: [], services: [], bands: [], outcomes: [] };
  return { ...view, ...none, text: '' };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
