import Button from '@mui/material/Button';
import { FilePlus2, FolderOpen, Ship } from 'lucide-react';
import type { CallError } from '#shared/contract/procedure.ts';
import { useState } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Offer } from './Offer.tsx';
import styles from './Welcome.module.css';

type WelcomeOffersProps = {
  /** Nothing was opened on this device yet: the demo is then the first thing to offer. */
  isFirstRun: boolean;
  onCreate: () => void;
  onBrowse: () => void;
  onOpened: () => void;
};

/** The three ways in. */
export function WelcomeOffers({ isFirstRun, onCreate, onBrowse, onOpened }: WelcomeOffersProps) {
  const info = useProcedure('device.info', {});
  const demo = useCommand('workspace.openDemo');
  const open = useCommand('workspace.open');
  const pickFile = useAsk('device.pickFile');
  const [pickError, setPickError] = useState<CallError | null>(null);
  const busy = demo.pending || open.pending;

  async function openDemo(): Promise<void> {
    if ((await demo.run({})).ok) onOpened();
  }

  async function chooseFile(): Promise<void> {
    setPickError(null);
    if (info.data?.fileDialog !== true) {
      onBrowse();
      return;
    }
    const picked = await pickFile({
      title: 'Open a workspace',
      mode: 'open',
      extension: 'slipway',
    });
    if (!picked.ok) setPickError(picked.error);
    else if (picked.value.path !== null && (await open.run({ path: picked.value.path })).ok) {
      onOpened();
    }
  }

  const openError = open.error ?? pickError;
  return (
    <>
      {demo.error && (
        <ErrorPanel
          {...errorParts('The demo workspace could not be opened', demo.error)}
          onRetry={() => void openDemo()}
        />
      )}
      {openError && (
        <ErrorPanel
          {...errorParts('The file could not be opened', openError)}
          onRetry={() => void chooseFile()}
        />
      )}
      <ul className={styles['offers']} aria-label="Ways to start">
        <Offer
          icon={<Ship size={22} />}
          title="Look around the demo"
          text={
            demo.pending
              ? 'Making a year of releases, their gates, decisions and pipeline runs, counted from today. This takes a moment.'
              : 'Three services, a year of releases with their lateness and failures, and six upcoming ones with open gates. Made for today; change whatever you like.'
          }
        >
          <Button
            variant={isFirstRun ? 'contained' : 'outlined'}
            loading={demo.pending}
            loadingPosition="start"
            startIcon={<Ship />}
            disabled={busy}
            onClick={() => void openDemo()}
          >
            Open the demo workspace
          </Button>
        </Offer>
        <Offer
          icon={<FilePlus2 size={22} />}
          title="Start your own"
          text="A new file for your team. You choose its name, where it lies, its time zone, and how strictly duties are separated."
        >
          <Button variant="outlined" disabled={busy} onClick={onCreate}>
            Create a workspace
          </Button>
        </Offer>
        <Offer
          icon={<FolderOpen size={22} />}
          title="Open what exists"
          text="A .slipway file from another machine, from a colleague, or a backup. It is checked before anything is read from it."
        >
          <Button variant="outlined" disabled={busy} onClick={() => void chooseFile()}>
            Open a file
          </Button>
        </Offer>
      </ul>
    </>
  );
}
