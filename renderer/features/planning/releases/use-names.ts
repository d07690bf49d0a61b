import { useMemo } from 'react';
import { useProcedure } from '../../../api/useProcedure.ts';
import { namesOf } from './names.ts';
import type { Names } from './names.ts';

/** The names of the workspace; empty lists until they are read, so that screens can start. */
export function useNames(): { names: Names; loaded: boolean } {
  const people = useProcedure('people.list', {}).data;
  const services = useProcedure('services.list', {}).data;
  const environments = useProcedure('environments.list', {}).data;
  const names = useMemo(
    () =>
      namesOf({
        people: people?.people ?? [],
        roles: people?.roles ?? [],
        services: services ?? [],
        environments: environments ?? [],
      }),
    [people, services, environments],
  );
  const loaded = people !== undefined && services !== undefined && environments !== undefined;
  return { names, loaded };
}
