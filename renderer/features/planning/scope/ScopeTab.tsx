import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import type { ScopeItem } from '#shared/model/planning/releases.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { AddScopeItem } from './AddScopeItem.tsx';
import { RemoveScopeItem } from './RemoveScopeItem.tsx';
import { ScopeRow } from './ScopeRow.tsx';
import { useScope } from './use-scope.ts';
import styles from './scope.module.css';

/** What the release brings. Everything is edited in place. */
export function ScopeTab({ page }: { page: ReleasePage }) {
  const releaseId = page.release.id;
  const list = useProcedure('scope.list', { releaseId });
  const scope = useScope(releaseId);
  const [removing, setRemoving] = useState<ScopeItem | null>(null);
  const items = list.data ?? [];
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
      <Section title="Scope" note={list.data && countInWords(items)}>
        <p className={styles['binds']}>
          Adding or removing an item, or changing its kind or ticket, makes decisions that were
          given stale. Mending a title or a note does not.
        </p>
        {page.editable && <AddScopeItem add={scope.add} />}
        {list.isSuccess && items.length === 0 && (
          <Empty text="The features, fixes and improvements this release brings. Add the first one above." />
        )}
        {items.length > 0 && (
          <ul className={styles['list']} aria-label="Scope items" onKeyDown={moveBetweenRows}>
            {items.map((item) => (
              <ScopeRow
                key={item.id}
                item={item}
                editable={page.editable}
                change={(patch) => scope.change(item, patch)}
                onRemove={() => setRemoving(item)}
              />
            ))}
          </ul>
        )}
      </Section>
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

function countInWords(items: readonly ScopeItem[]): string {
  const fixes = items.filter((item) => item.kind === 'fix').length;
  const all = items.length === 1 ? '1 item' : `${items.length} items`;
  return fixes === 0 ? all : `${all}, ${fixes} of them ${fixes === 1 ? 'a fix' : 'fixes'}`;
}

/** Up and down stay in the column, as in a spreadsheet. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const { target, currentTarget } = event;
  if (by === 0 || !(target instanceof HTMLInputElement)) return;
  const { column } = target.dataset;
  if (column === undefined) return;
  const cells = [...currentTarget.querySelectorAll<HTMLInputElement>(`[data-column=${column}]`)];
  const next = cells[cells.indexOf(target) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
