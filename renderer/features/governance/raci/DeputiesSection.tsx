import { useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import type { Deputy } from '#shared/model/governance/raci.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useNow } from '../../../state/clock.ts';
import { undoOf } from '../../../state/edits.ts';
import { useNames } from '../../planning/releases/index.ts';
import { DeputyDialog } from './DeputyDialog.tsx';

/** Who stands in for whom. Somebody who is away names theirs in the absence itself. */
export function DeputiesSection({ editable }: { editable: boolean }) {
  const deputies = useProcedure('deputies.list', {});
  const list = deputies.data ?? [];
  const roles = useProcedure('people.list', {}).data?.roles ?? [];
  const { names } = useNames();
  const now = useNow();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const [open, setOpen] = useState<Deputy | 'new' | null>(null);
  const remove = useCommand('deputies.remove');
  const today = dateIn(now, zone);
  const nameOf = ({ roleKey, personId }: Deputy) =>
    roleKey === null
      ? names.person(personId)
      : (roles.find(({ key }) => key === roleKey)?.name ?? roleKey);
  const take = async (id: string) => {
    const answer = await remove.run({ id });
    if (answer.ok) showToast({ text: 'Deputy taken away', undo: undoOf(answer) });
  };
  return (
    <Section
      title="Deputies"
      note={deputies.data === undefined ? '' : list.length === 0 ? 'none yet' : String(list.length)}
      actions={
        editable && (
          <Button size="small" startIcon={<Plus />} onClick={() => setOpen('new')}>
            Name a deputy
          </Button>
        )
      }
    >
      {deputies.isError ? (
        <ErrorPanel
          {...errorParts('The deputies could not be read', deputies.error)}
          onRetry={() => void deputies.refetch()}
        />
      ) : list.length === 0 ? (
        <Empty text="Who decides for a role or a person, always or for some days. Decisions say for whom they were given." />
      ) : (
        <PanelList label="Deputies">
          {list.map((each) => (
            <PanelRow
              key={each.id}
              title={<bdi>{names.person(each.deputyId)}</bdi>}
              beside={<bdi>for {nameOf(each)}</bdi>}
              note={
                <>
                  {daysOf(each, today)}
                  {each.note !== '' && <bdi> · {each.note}</bdi>}
                </>
              }
              end={
                editable && (
                  <>
                    <Button size="small" onClick={() => setOpen(each)}>
                      Change…<span className="visually-hidden"> {nameOf(each)}</span>
                    </Button>
                    <Button size="small" variant="text" onClick={() => void take(each.id)}>
                      Remove<span className="visually-hidden"> {nameOf(each)}</span>
                    </Button>
                  </>
                )
              }
            />
          ))}
        </PanelList>
      )}
      {open !== null && (
        <DeputyDialog
          deputy={open === 'new' ? null : open}
          roles={roles}
          names={names}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

function daysOf({ firstOn, lastOn }: Deputy, today: string): string {
  if (firstOn === null && lastOn === null) return 'always';
  if (lastOn === null) return `from ${formatDate(firstOn ?? today, today)}`;
  if (firstOn === null) return `until ${formatDate(lastOn, today)}`;
  return `${formatDate(firstOn, today)} to ${formatDate(lastOn, today)}`;
}
