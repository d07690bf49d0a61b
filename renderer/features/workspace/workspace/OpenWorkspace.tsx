import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { BackHeading } from './BackHeading.tsx';
import { FolderBrowser } from './FolderBrowser.tsx';

type OpenWorkspaceProps = { onBack: () => void; onOpened: () => void };

/** Finds a workspace file on this machine, where the host has no file dialog of its own. */
export function OpenWorkspace({ onBack, onOpened }: OpenWorkspaceProps) {
  const open = useCommand('workspace.open');

  async function openPath(path: string): Promise<void> {
    if (!open.pending && (await open.run({ path })).ok) onOpened();
  }

  return (
    <>
      <BackHeading title="Open a workspace" onBack={onBack} />
      {open.error && (
        <ErrorPanel {...errorParts('The workspace could not be opened', open.error)} />
      )}
      <FolderBrowser onFile={(path) => void openPath(path)} />
    </>
  );
}
