import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { CornerLeftUp, Folder, FolderOpen } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Logo } from '../../../components/Logo.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { folderAbove } from './file-place.ts';
import styles from './FolderBrowser.module.css';

export type FolderBrowserProps = {
  /** A workspace was chosen; the path is absolute. Absent where only a folder is asked for. */
  onFile?: (path: string) => void;
  /** This folder was chosen. Absent where a file is asked for. */
  onFolder?: (path: string) => void;
};

/** Folders and workspaces of this machine, for hosts without a file dialog. */
export function FolderBrowser({ onFile, onFolder }: FolderBrowserProps) {
  const [folder, setFolder] = useState<string | undefined>(undefined);
  // Stands until people go somewhere: a list that comes later must not write over it.
  const [typed, setTyped] = useState<string | null>(null);
  const goTo = (path: string | undefined) => {
    setTyped(null);
    setFolder(path);
  };
  const home = useProcedure('device.info', {}).data?.documentsFolder;
  const atHome = useProcedure('device.browse', {});
  // Where files go is made with the first of them; until then the folder above it is shown.
  const start = atHome.isError && home !== undefined ? folderAbove(home) : null;
  const asked = folder ?? start ?? undefined;
  const listing = useProcedure('device.browse', { folder: asked }, { keepPrevious: true });
  const shown = listing.data;
  const above = shown === undefined ? folderAbove(asked ?? '') : shown.parent;

  return (
    <div className={styles['browser']}>
      <div className={styles['bar']}>
        <IconButton
          aria-label="Folder above"
          disabled={above === null}
          onClick={() => goTo(above ?? undefined)}
        >
          <CornerLeftUp size={18} />
        </IconButton>
        <FolderAddress
          typed={typed ?? shown?.folder ?? asked ?? ''}
          onType={setTyped}
          onGo={(path) => {
            // A path of a workspace is as good as a click on it.
            if (onFile && path.endsWith('.slipway')) onFile(path);
            else goTo(path);
          }}
        />
        {onFolder && shown && (
          <Button variant="contained" onClick={() => onFolder(shown.folder)}>
            Use this folder
          </Button>
        )}
      </div>
      {listing.isError && (
        <ErrorPanel
          {...errorParts('The folder could not be read', listing.error)}
          onRetry={() => void listing.refetch()}
        />
      )}
      {shown && <Entries entries={shown.entries} onFolder={goTo} onFile={onFile} />}
    </div>
  );
}

type FolderAddressProps = {
  typed: string;
  onType: (path: string) => void;
  onGo: (path: string) => void;
};

function FolderAddress({ typed, onType, onGo }: FolderAddressProps) {
  function go(event: FormEvent): void {
    event.preventDefault();
    if (typed.trim() !== '') onGo(typed.trim());
  }
  return (
    <form className={styles['address']} onSubmit={go}>
      <TextField
        fullWidth
        value={typed}
        onChange={(event) => onType(event.target.value)}
        slotProps={{
          htmlInput: { 'aria-label': 'Folder', spellCheck: false, dir: 'ltr' },
        }}
      />
      <Button type="submit">Go</Button>
    </form>
  );
}

type EntriesProps = {
  entries: Output<'device.browse'>['entries'];
  onFolder: (path: string) => void;
  onFile?: (path: string) => void;
};

function Entries({ entries, onFolder, onFile }: EntriesProps) {
  const listed = entries.filter(({ kind }) => kind === 'folder' || onFile !== undefined);
  if (listed.length === 0) {
    const text = onFile
      ? 'This folder holds no workspace and no further folder.'
      : 'This folder holds no further folder.';
    return <Empty small text={text} picture={<FolderOpen size={32} />} />;
  }
  return (
    <div className={styles['entries']}>
      <PanelList label="Folders and workspaces">
        {listed.map(({ name, path, kind }) => (
          <PanelRow
            key={path}
            lead={
              kind === 'folder' ? (
                <Folder className={styles['folder']} size={16} aria-hidden />
              ) : (
                <Logo size={16} />
              )
            }
            title={<bdi>{name}</bdi>}
            end={kind === 'folder' ? undefined : <span className={styles['kind']}>workspace</span>}
            onOpen={() => (kind === 'folder' ? onFolder(path) : onFile?.(path))}
          />
        ))}
      </PanelList>
    </div>
  );
}
