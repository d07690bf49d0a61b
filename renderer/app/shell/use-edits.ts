import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { EditStep } from '#shared/contract/workspace/edits.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { showToast, useToasts } from '../../components/toasts/toast-store.ts';
import { useEditActions } from '../../state/edits.ts';

/** Why an undo or redo was refused, and what could be taken back instead. */
export type RefusedEdit = {
  way: 'undo' | 'redo';
  error: CallError;
  /** The releases the refused one was about: their history shows what happened. */
  releaseIds: readonly string[];
  instead: EditStep | null;
  /** Where it was asked for. */
  path: string;
};

export type Edits = {
  /** What each would take back next; null where there is nothing. */
  next: { undo: EditStep | null; redo: EditStep | null };
  /** Without an id the newest one, as the key does. */
  undo: (command?: string) => void;
  redo: (command?: string) => void;
  refused: RefusedEdit | null;
  dismiss: () => void;
};

const nothing: Output<'edits.state'> = { undo: [], redo: [], inTheWay: null };

/** Undo and redo on all screens: what they would do, doing it, and saying how it went. */
export function useEdits(): Edits {
  const router = useRouter();
  const queries = useQueryClient();
  const state = useProcedure('edits.state', {}).data ?? nothing;
  const { run: runUndo } = useCommand('edits.undo');
  const { run: runRedo } = useCommand('edits.redo');
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [last, setLast] = useState<RefusedEdit | null>(null);
  // Going elsewhere leaves a refusal behind.
  const refused = last?.path === path ? last : null;

  const refuse = useCallback(
    (way: RefusedEdit['way'], error: CallError, command: string | undefined) => {
      // Asked for anew: a notice may be older than the newest edit.
      const known = queries.getQueryData<Output<'edits.state'>>(['edits.state', {}]) ?? nothing;
      const { pathname } = router.state.location;
      setLast({ ...refusalOf(way, error, known, command), path: pathname });
      return null;
    },
    [queries, router],
  );
  const undo = useCallback(
    async (command?: string) => {
      setLast(null);
      const done = await runUndo(command === undefined ? {} : { command });
      if (!done.ok) return refuse('undo', done.error, command);
      // Whoever looks at a release that was created by mistake is taken from where it was.
      const made = ['releases.create', 'releases.copy'].includes(done.value.name);
      const gone = made ? done.value.releaseIds[0] : undefined;
      const { pathname } = router.state.location;
      if (gone !== undefined && pathname.startsWith(`/releases/${gone}/`)) {
        await router.navigate({ to: '/releases', replace: true });
      }
      return done.value;
    },
    [runUndo, refuse, router],
  );
  const redo = useCallback(
    async (command?: string) => {
      setLast(null);
      const done = await runRedo(command === undefined ? {} : { command });
      return done.ok ? done.value : refuse('redo', done.error, command);
    },
    [runRedo, refuse],
  );
  // Each notice offers the way back, whose notice offers this way again.
  const tell = useMemo(() => tellWith(undo, redo), [undo, redo]);
  useEffect(() => {
    useEditActions.setState({ undo: tell.undo });
    return () => useEditActions.setState({ undo: null });
  }, [tell]);
  const next = { undo: state.undo[0] ?? null, redo: state.redo[0] ?? null };
  return { next, ...tell, refused, dismiss: () => setLast(null) };
}

type Run = (command?: string) => Promise<Output<'edits.undo'> | null>;

function tellWith(undo: Run, redo: Run): Pick<Edits, 'undo' | 'redo'> {
  const tell: Pick<Edits, 'undo' | 'redo'> = {
    undo: (command) =>
      void undo(command).then((done) => {
        if (done === null) return;
        dropOffers();
        const action = { label: 'Redo', run: () => tell.redo(done.command) };
        showToast({ text: done.what, action });
      }),
    redo: (command) =>
      void redo(command).then((done) => {
        if (done === null) return;
        dropOffers();
        showToast({ text: done.what, undo: () => tell.undo(done.command) });
      }),
  };
  return tell;
}

function refusalOf(
  way: RefusedEdit['way'],
  error: CallError,
  { undo, redo, inTheWay }: Output<'edits.state'>,
  command: string | undefined,
): Omit<RefusedEdit, 'path'> {
  const steps = way === 'undo' ? undo : redo;
  // What is in the way is none of the steps: the first of them is what came before it.
  const asked = command === undefined && way === 'undo' && inTheWay !== null ? -1 : 0;
  const at = command === undefined ? asked : steps.findIndex((step) => step.command === command);
  return {
    way,
    error,
    releaseIds: steps[at]?.releaseIds ?? [],
    instead: (way === 'undo' ? steps[at + 1] : undefined) ?? null,
  };
}

/** What earlier notices offer speaks of how things were before. */
function dropOffers(): void {
  const { toasts, dismiss } = useToasts.getState();
  toasts
    .filter(({ undo, action }) => undo !== undefined || action !== undefined)
    .forEach(({ id }) => dismiss(id));
}
