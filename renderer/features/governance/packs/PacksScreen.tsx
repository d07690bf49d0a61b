import { useCallback, useMemo, useRef, useState } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, Plus } from 'lucide-react';
import type { PackSummary } from '#shared/model/governance/packs.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CabTabs } from '../../../components/CabTabs.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { useFileDrop } from '../../workspace/attachments/index.ts';
import { IssuedCodes } from './IssuedCodes.tsx';
import { MakePack } from './MakePack.tsx';
import type { MadePack } from './MakePack.tsx';
import { counted, packLook } from './pack-words.ts';
import { PackInspector } from './PackInspector.tsx';
import type { PackAround } from './PackInspector.tsx';
import { useImportResponse } from './use-import-response.ts';
import styles from './packs.module.css';

type PacksScreenProps = {
  search: {
    /** The opened pack, or `new`. */
    sel?: string;
    /** The release a new pack begins with. */
    release?: string;
  };
};

/** CAB packs: what was asked of people without a network, and what they answered. */
export function PacksScreen({ search }: PacksScreenProps) {
  const now = useNow();
  const navigate = useNavigate();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const people = useProcedure('people.list', {}).data?.people;
  const list = useProcedure('packs.list', {});
  const [made, setMade] = useState<MadePack | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const open = useCallback(
    (wanted: PacksScreenProps['search']) =>
      void navigate({ to: '/cab/packs', search: wanted, replace: true }),
    [navigate],
  );
  const around = useMemo((): PackAround => {
    const names = new Map(people?.map(({ id, name }) => [id, name]));
    return { nameOf: (id) => names.get(id) ?? 'somebody who left', zone, now };
  }, [people, zone, now]);
  const importing = useImportResponse(around.nameOf, (id) => open({ sel: id }));
  const { isOver, place } = useFileDrop(true, (files) => void importing.take(files));
  const commands = useMemo(
    () => [
      { id: 'packs.new', label: 'Make a CAB pack', key: 'n', run: () => open({ sel: 'new' }) },
      {
        id: 'packs.import',
        label: 'Import an answer to a CAB pack',
        key: 'i',
        run: () => chooser.current?.click(),
      },
    ],
    [open],
  );
  useScreenCommands(commands);
  const packs = list.data ?? [];
  const selected = packs.find(({ id }) => id === search.sel);
  const makeButton = (
    <Button variant="contained" startIcon={<Plus />} onClick={() => open({ sel: 'new' })}>
      Make a pack
    </Button>
  );
  return (
    <>
      <PageHeader
        title="CAB packs"
        actions={
          <>
            <Button
              startIcon={<FileUp />}
              disabled={importing.pending}
              onClick={() => chooser.current?.click()}
            >
              Import an answer…
            </Button>
            {packs.length > 0 && makeButton}
          </>
        }
      >
        <CabTabs current="packs" />
      </PageHeader>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label="Answer files"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void importing.take(files);
        }}
      />
      <SplitView
        inspector={
          selected !== undefined && (
            <PackInspector
              key={selected.id}
              id={selected.id}
              title={selected.title}
              around={around}
              onClose={() => open({})}
            />
          )
        }
      >
        <div className={`${styles['drop']} ${isOver ? styles['over'] : ''}`} {...place}>
          {importing.problems.map(({ file, why }) => (
            <ErrorPanel key={file} what={`${file} was not imported`} why={why} />
          ))}
          {list.isPending && <SkeletonRows what="the packs" />}
          {list.isError && list.data === undefined && (
            <ErrorPanel
              {...errorParts('The packs could not be read', list.error)}
              onRetry={() => void list.refetch()}
            />
          )}
          {list.isSuccess && packs.length === 0 && (
            <Empty
              text="A CAB pack is one file that shows a reviewer without a network everything needed to decide. It saves their answer, signed with a code of their own, and that comes back in here."
              action={makeButton}
            />
          )}
          {packs.length > 0 && (
            <>
              <PackList
                packs={packs}
                selectedId={selected?.id}
                around={around}
                onOpen={(id) => open({ sel: id })}
              />
              <p className={styles['quiet']}>Drop answer files anywhere here to import them.</p>
            </>
          )}
        </div>
      </SplitView>
      {search.sel === 'new' && made === null && (
        <MakePack releaseId={search.release} onMade={setMade} onClose={() => open({})} />
      )}
      {made !== null && (
        <IssuedCodes
          made={made}
          nameOf={around.nameOf}
          onClose={() => {
            setMade(null);
            open({ sel: made.pack.id });
          }}
        />
      )}
    </>
  );
}

type PackListProps = {
  packs: readonly PackSummary[];
  selectedId: string | undefined;
  around: PackAround;
  onOpen: (id: string) => void;
};

function PackList({ packs, selectedId, around, onOpen }: PackListProps) {
  const { nameOf, zone, now } = around;
  return (
    <PanelList label="CAB packs">
      {packs.map((pack) => {
        const look = packLook(pack);
        const releases = [...new Set(pack.items.map(({ release }) => release))].join(', ');
        return (
          <PanelRow
            key={pack.id}
            title={<bdi title={pack.title}>{pack.title}</bdi>}
            note={
              <>
                {counted(pack.items.length, 'decision')} · <bdi>{releases}</bdi> · made by{' '}
                <bdi>{nameOf(pack.madeById)}</bdi> <When at={pack.madeAt} zone={zone} now={now} />
              </>
            }
            end={<Status kind={look.kind} label={look.label} />}
            selected={pack.id === selectedId}
            onOpen={() => onOpen(pack.id)}
          />
        );
      })}
    </PanelList>
  );
}
