import { riskBands } from '#shared/model/governance/risks.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import type { TimelineFilter } from '#shared/model/planning/timeline.ts';

type Named = { id: string; name: string };
export type FilterLists = {
  people: readonly Named[];
  services: readonly Named[];
  environments: readonly Named[];
  trains: readonly Named[];
};

/** A part of the filter: what can be chosen of it, what is, and the filter with a choice in or out. */
export type FilterPart = {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  toggle: (value: string) => TimelineFilter;
};

/** The parts of the filter in the order people narrow by. */
export function filterParts(filter: TimelineFilter, lists: FilterLists): FilterPart[] {
  return [
    part('Type', worded(releaseTypes), filter.types, (types) => ({ ...filter, types })),
    part('Risk', worded(riskBands), filter.bands, (bands) => ({ ...filter, bands })),
    part('Service', named(lists.services), filter.services, (services) => ({
      ...{ ...filter, services },
    })),
    part('Environment', named(lists.environments), filter.environments, (environments) => ({
      ...{ ...filter, environments },
    })),
    part('Owner', named(lists.people), filter.owners, (owners) => ({ ...filter, owners })),
    part('Train', named(lists.trains), filter.trains, (trains) => ({ ...filter, trains })),
  ];
}

type Option<Value> = { value: Value; label: string };

function part<Value extends string>(
  label: string,
  options: readonly Option<Value>[],
  chosen: readonly Value[],
  put: (chosen: Value[]) => TimelineFilter,
): FilterPart {
  return {
    ...{ label, options, chosen },
    // In the order of the list, so that the same choices are the same address.
    toggle: (value) =>
      put(
        options
          .map((option) => option.value)
          .filter((each) => chosen.includes(each) !== (each === value)),
      ),
  };
}

function worded<Value extends string>(values: readonly Value[]): Option<Value>[] {
  return values.map((value) => ({
    value,
    label: `${value.charAt(0).toUpperCase()}${value.slice(1)}`,
  }));
}

function named(things: readonly Named[]): Option<string>[] {
  return things.map(({ id, name }) => ({ value: id, label: name }));
}
