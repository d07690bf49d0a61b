import { useCallback, useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { ClipboardPaste, GitBranch, Ticket } from 'lucide-react';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import type { ScopeItem } from '#shared/model/planning/scope.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { usePasted } from '../../../state/pasted.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import type { ScreenCommand } from '../../../state/screen-commands.ts';
import { GitPanel, ReleaseChanges } from '../../delivery/git/index.ts';
import { FromTickets, ReleaseTickets, useItemTickets } from '../../delivery/tickets/index.ts';
import { useAttachedCounts } from '../../workspace/attachments/index.ts';
import { peopleToChoose } from '../releases/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { AddScopeItem } from './AddScopeItem.tsx';
import { DroppedItems } from './DroppedItems.tsx';
import { PasteScope } from './PasteScope.tsx';
import { RemoveScopeItem } from './RemoveScopeItem.tsx';
import { ScopeFreeze } from './ScopeFreeze.tsx';
import { ScopeList } from './ScopeList.tsx';
import { ScopeRow } from './ScopeRow.tsx';
import { SinceApproval } from './SinceApproval.tsx';
import { StillRow } from './StillRow.tsx';
import { countInWords } from './scope-words.ts';
import { useApprovals } from './use-approvals.ts';
import { useDrag } from './use-drag.ts';
import { useLate } from './use-late.ts';
import { useOrder } from './use-order.ts';
import { useScope } from './use-scope.ts';
import styles from './scope.module.css';

const noItems: readonly ScopeItem[] = [];

/** Where items are taken from, in a panel of its own. */
type Source = 'git' | 'tickets' | null;

/** What the release brings. Everything is edited in place. */
export function ScopeTab({ page }: { page: ReleasePage }) {
  const { release, names, editable, zone, now } = page;
  const list = useProcedure('scope.list', { releaseId: release.id });
  const late = useLate(release.id);
  const scope = useScope(release.id, late.reason);
  const approvals = useApprovals(release.id);
  const pasted = usePasted(`scope.paste.${release.id}`);
  const [source, setSource] = useState<Source>(null);
  const tickets = useItemTickets(release.id);
  const counts = useAttachedCounts(release.id);
  const [removing, setRemoving] = useState<ScopeItem | null>(null);
  const all = list.data ?? noItems;
  const shipped = useMemo(() => all.filter(({ status }) => status !== 'dropped'), [all]);
  const dropped = useMemo(() => all.filter(({ status }) => status === 'dropped'), [all]);
  const order = useOrder(release.id, shipped);
  const drag = useDrag(order.items, order.put);
  const owners = useMemo(
    () => [
      { value: '', label: 'Nobody' },
      ...peopleToChoose(
        names,
        all.map(({ ownerId }) => ownerId),
      ),
    ],
    [names, all],
  );
  const today = dateIn(now, zone);
  const openPasted = pasted.open;
  const paste = useCallback(
    (text: string) => {
      setSource(null);
      openPasted(text);
    },
    [openPasted],
  );
  useScreenCommands(useAddCommands(editable, paste, setSource));

  if (list.isError && list.data === undefined) {
    return (
      <SplitView>
        <ErrorPanel
          {...errorParts('The scope could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      </SplitView>
    );
  }
  return (
    <SplitView>
      <Section
        title="Scope"
        note={list.data && countInWords(shipped)}
        actions={
          editable && (
            <>
              <Button
                startIcon={<GitBranch />}
                aria-expanded={source === 'git'}
                onClick={() => setSource('git')}
              >
                From Git…
              </Button>
              <Button
                startIcon={<Ticket />}
                aria-expanded={source === 'tickets'}
                onClick={() => setSource('tickets')}
              >
                From tickets…
              </Button>
              <Button
                startIcon={<ClipboardPaste />}
                aria-expanded={pasted.isOpen && source === null}
                onClick={() => paste('')}
              >
                Paste a list
              </Button>
            </>
          )
        }
      >
        <p className={styles['binds']}>{bindsWords(page)}</p>
        <ScopeFreeze late={late} today={today} editable={editable} />
        {editable && source === 'git' && (
          <GitPanel page={page} lateReason={late.reason} onClose={() => setSource(null)} />
        )}
        {editable && source === 'tickets' && (
          <FromTickets page={page} lateReason={late.reason} onClose={() => setSource(null)} />
        )}
        {editable && source === null && pasted.isOpen && (
          <PasteScope
            pasted={pasted}
            tickets={all.map(({ ticket }) => ticket)}
            people={names.people}
            today={today}
            add={scope.paste}
          />
        )}
        {editable && source === null && !pasted.isOpen && (
          <AddScopeItem owners={owners} add={scope.add} onList={paste} />
        )}
        <SinceApproval approvals={approvals} page={page} />
        {list.isPending && <SkeletonRows what="the scope" />}
        {list.isSuccess && all.length === 0 && (
          <Empty
            text={
              editable
                ? 'The features, fixes and improvements this release brings. Add the first one above, paste a list, take what lies between two tags of a Git repository, or tickets of a tracker.'
                : 'Nothing was in the scope of this release.'
            }
          />
        )}
        {order.items.length > 0 && (
          <ScopeList
            items={order.items}
            drag={drag}
            row={(item, place) => {
              const change = approvals.changeOf(item.id);
              const told = {
                change,
                standing: tickets.get(item.id),
                attached: counts.get(item.id),
              };
              const shared = { item, page, today, ...told };
              if (!editable) return <StillRow {...shared} />;
              return (
                <ScopeRow
                  {...shared}
                  place={place}
                  count={order.items.length}
                  owners={owners}
                  scope={scope}
                  drag={drag}
                  put={order.put}
                  onRemove={setRemoving}
                />
              );
            }}
          />
        )}
        <p className="visually-hidden" role="status">
          {order.said}
        </p>
      </Section>
      {dropped.length > 0 && (
        <DroppedItems
          items={dropped}
          page={page}
          counts={counts}
          changeOf={approvals.changeOf}
          takeUp={scope.takeUp}
        />
      )}
      <ReleaseTickets page={page} lateReason={late.reason} />
      <ReleaseChanges page={page} />
      {removing !== null && (
        <RemoveScopeItem
          item={removing}
          remove={() => scope.remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </SplitView>
  );
}

function useAddCommands(
  editable: boolean,
  paste: (text: string) => void,
  open: (source: Source) => void,
): readonly ScreenCommand[] {
  return useMemo(
    () =>
      editable
        ? [
            { id: 'scope.paste', label: 'Paste a list into the scope', run: () => paste('') },
            { id: 'scope.git', label: 'Add to the scope from Git', run: () => open('git') },
            {
              id: 'scope.tickets',
              label: 'Add to the scope from tickets',
              run: () => open('tickets'),
            },
          ]
        : [],
    [editable, paste, open],
  );
}

function bindsWords({ release, editable }: ReleasePage): string {
  if (release.phase === 'closed') {
    return `${release.name} is closed: its scope stays as it was decided on and shipped.`;
  }
  if (!editable) return 'This workspace can only be read here.';
  return 'Adding, dropping, moving or removing an item, or changing its kind or ticket, makes decisions stale. Words, priority, status, owner and order do not.';
}
