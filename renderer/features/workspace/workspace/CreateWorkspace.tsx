import Button from '@mui/material/Button';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { BackHeading } from './BackHeading.tsx';
import { CreateFields } from './CreateFields.tsx';
import { deviceZone } from './zones.ts';

type CreateWorkspaceProps = { onBack: () => void; onCreated: () => void };

/** A new workspace file, with its first person in it. */
export function CreateWorkspace({ onBack, onCreated }: CreateWorkspaceProps) {
  const info = useProcedure('device.info', {});
  return (
    <>
      <BackHeading title="Create a workspace" onBack={onBack} />
      {info.isError && (
        <ErrorPanel
          {...errorParts('This device could not be asked about', info.error)}
          onRetry={() => void info.refetch()}
        />
      )}
      {info.data && (
        <Panel padded>
          <CreateFields
            folder={info.data.documentsFolder}
            fileDialog={info.data.fileDialog}
            zone={deviceZone()}
            onCreated={onCreated}
            cancel={
              <Button variant="text" onClick={onBack}>
                Cancel
              </Button>
            }
          />
        </Panel>
      )}
    </>
  );
}
