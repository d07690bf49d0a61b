import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { ReleaseControls } from '../controls/index.ts';
import { ExceptionsInForce } from '../exceptions/index.ts';
import { AddGate } from '../policies/index.ts';
import { ReleaseResponsibilities } from '../raci/index.ts';
import { GateGroupSection } from './GateGroupSection.tsx';
import { GateInspector } from './GateInspector.tsx';
import { GateSummary } from './GateSummary.tsx';
import { gateGroups } from './gate-groups.ts';

/** What has to be true or decided before the release goes on, and why. */
export function GatesTab({ page }: { page: ReleasePage }) {
  const list = useProcedure('gates.list', { releaseId: page.release.id });
  const rows = useRef<HTMLDivElement>(null);
  const gates = list.data ?? [];
  const selected = gates.find((gate) => gate.id === page.selected);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = stepOf(event.key);
    const { target } = event;
    if (by === 0 || !(target instanceof HTMLElement) || target.dataset['gate'] === undefined)
      return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-gate]')];
    const next = buttons[buttons.indexOf(target) + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    // An open inspector follows; a closed one stays closed until Enter.
    if (selected !== undefined) page.select(next.dataset['gate'] ?? null);
  };
  const close = () => {
    const { id } = selected ?? {};
    page.select(null);
    rows.current?.querySelector<HTMLElement>(`[data-gate="${id}"]`)?.focus();
  };

  return (
    <SplitView
      inspector={
        selected !== undefined && (
          <GateInspector key={selected.id} gate={selected} page={page} onClose={close} />
        )
      }
    >
      {list.isPending && <SkeletonRows what="gates" />}
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The gates could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && gates.length === 0 && (
        <Empty text="The policy asks for no gates here: nothing has to be passed or decided." />
      )}
      {gates.length > 0 && (
        <>
          <GateSummary gates={gates} page={page} />
          <ExceptionsInForce page={page} />
          <div ref={rows} onKeyDown={move}>
            {gateGroups(gates, page.release.phase).map((group) => (
              <GateGroupSection
                key={group.phase}
                group={group}
                page={page}
                selectedId={selected?.id}
              />
            ))}
          </div>
          {page.editable && page.release.phase !== 'closed' && <AddGate page={page} />}
          <ReleaseControls page={page} />
          <ReleaseResponsibilities page={page} />
        </>
      )}
    </SplitView>
  );
}

function stepOf(key: string): number {
  if (key === 'j' || key === 'ArrowDown') return 1;
  return key === 'k' || key === 'ArrowUp' ? -1 : 0;
}
