import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import type { QueryName } from './client.ts';

export type KeepAnswer = <N extends QueryName>(
  name: N,
  input: Input<N>,
  change: (answer: Output<N>) => Output<N>,
) => void;

/**
 * Puts what a command answered into the answer of a query at once: the screen does not fall back to
 * the old value while it is asked again, and the next edit gives the new revision.
 */
export function useKeepAnswer(): KeepAnswer {
  const queries = useQueryClient();
  return useCallback(
    <N extends QueryName>(name: N, input: Input<N>, change: (answer: Output<N>) => Output<N>) => {
      queries.setQueryData<Output<N>>([name, input], (answer) =>
        answer === undefined ? undefined : change(answer),
      );
    },
    [queries],
  );
}

/**
 * A list with a row in it: in place of the row it was, else at the end. The change's own event may
 * have had the list read anew before the command's answer is here.
 */
export function withRow<Row extends { id: string }>(rows: readonly Row[], row: Row): Row[] {
  const isKnown = rows.some(({ id }) => id === row.id);
  return isKnown ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row];
}
