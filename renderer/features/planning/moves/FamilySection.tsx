import type { Relative } from '#shared/model/planning/moves.ts';
import Button from '@mui/material/Button';
import { errorParts } from '../../../api/error-parts.ts';
import { useKeepAnswer } from '../../../api/keep-answer.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Panel, PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { whenText } from '../../../components/when-text.ts';
import { undoOf } from '../../../state/edits.ts';
import { useOtherReleases } from '../dependencies/index.ts';
import { releaseHref, standingOf } from '../releases/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import styles from './moves.module.css';

/** What the release is part of, and the releases that are part of it with where they stand. */
export function FamilySection({ page }: { page: ReleasePage }) {
  const { release, editable } = page;
  const list = useProcedure('releases.family', { id: release.id });
  const { parent = null, children = [] } = list.data ?? {};
  if (list.isError && list.data === undefined) {
    return (
      <Section title="Parent and parts">
        <ErrorPanel
          {...errorParts('What the release is part of could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      </Section>
    );
  }
  if (list.data === undefined || (!editable && parent === null && children.length === 0)) {
    return null;
  }
  const ended = children.filter(({ phase }) => phase === 'closed').length;
  return (
    <Section
      title="Parent and parts"
      note={children.length === 0 ? undefined : `${ended} of ${children.length} parts closed`}
    >
      {(editable || parent !== null) && (
        <Panel padded>
          <Facts facts={[{ name: 'Part of', value: <Parent page={page} parent={parent} /> }]} />
        </Panel>
      )}
      {children.length > 0 && (
        <div className={styles['children']}>
          <PanelList label={`Releases that are part of ${release.name}`}>
            {children.map((child) => (
              <Child key={child.id} child={child} page={page} />
            ))}
          </PanelList>
        </div>
      )}
    </Section>
  );
}

function Parent({ page, parent }: { page: ReleasePage; parent: Relative | null }) {
  const { id, rev } = page.release;
  const open = useOtherReleases(id);
  const keep = useKeepAnswer();
  const { run } = useCommand('releases.setParent');
  const save = async (parentId: string) => {
    const answer = await run({ id, rev, parentId: parentId === '' ? null : parentId });
    if (!answer.ok) return answer.error;
    keep('releases.family', { id }, () => answer.value);
    showToast({ text: 'Saved', undo: undoOf(answer) });
    return null;
  };
  const way = parent !== null && (
    <Button size="small" variant="text" href={releaseHref(parent.id, 'overview')}>
      Open
    </Button>
  );
  if (!page.editable) {
    return (
      <span className={styles['parent']}>
        <bdi>{parent?.name}</bdi>
        {way}
      </span>
    );
  }
  const own =
    parent === null ? [] : [{ value: parent.id, label: `${parent.name} (R-${parent.number})` }];
  const others = open.filter(({ value }) => value !== parent?.id);
  return (
    <span className={styles['parent']}>
      <SavedSelect
        label="Part of"
        value={parent?.id ?? ''}
        options={[{ value: '', label: 'No other release' }, ...own, ...others]}
        save={save}
      />
      {way}
    </span>
  );
}

function Child({ child, page }: { child: Relative; page: ReleasePage }) {
  const { id, name, number, outcome, readiness, startAt, zone } = child;
  const standing = standingOf({ outcome, readiness, lateMinutes: null });
  const count = readiness === null ? '' : `${readiness.passed} of ${readiness.total} gates · `;
  const start =
    startAt === null
      ? 'no start planned'
      : `starts ${whenText(startAt, zone ?? page.zone, page.now)}`;
  return (
    <PanelRow
      lead={<Status kind={standing.kind} label={standing.word} variant="icon" />}
      title={<bdi>{name}</bdi>}
      beside={`R-${number}`}
      note={
        <bdi>
          {count}
          {outcome === null ? start : standing.word}
        </bdi>
      }
      end={
        <Button size="small" href={releaseHref(id, 'overview')} aria-label={`Open ${name}`}>
          Open
        </Button>
      }
    />
  );
}
