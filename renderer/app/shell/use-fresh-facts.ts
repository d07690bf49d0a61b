import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useKnownWorkspace } from '../../state/known-workspace.ts';

/** Answers about the device, true whatever workspace is open. */
const ofTheDevice = ['workspace.state', 'device.info', 'device.browse'];

/**
 * Forgets what was known of one workspace before anything of the next one shows. True once what is
 * known belongs to the given workspace.
 */
export function useFreshFacts(workspaceId: string | null): boolean {
  const queries = useQueryClient();
  const known = useKnownWorkspace((state) => state.id);
  useEffect(() => {
    if (known === workspaceId) return;
    queries.removeQueries({
      predicate: ({ queryKey }) => !ofTheDevice.some((name) => name === queryKey[0]),
    });
    useKnownWorkspace.setState({ id: workspaceId });
  }, [queries, known, workspaceId]);
  return known === workspaceId;
}
