import { useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, Trash2 } from 'lucide-react';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { People } from '../../../components/Person.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { TeamDialog } from './TeamDialog.tsx';

/** Who looks after services together. */
export function TeamsSection({ people }: { people: readonly Person[] }) {
  const list = useProcedure('teams.list', {});
  const removal = useCommand('teams.remove');
  const [editing, setEditing] = useState<Team | 'new' | null>(null);
  const teams = list.data ?? [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const remove = async ({ id }: Team) => {
    const answer = await removal.run({ id });
    if (!answer.ok) {
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    const { name, services } = answer.value;
    const freed = services === 1 ? '1 service has' : `${services} services have`;
    const text = `Team ${name} removed${services === 0 ? '' : `; ${freed} no team now`}`;
    showToast({ text, undo: undoOf(answer) });
  };
  return (
    <Section
      title="Teams"
      note={list.data && `${teams.length}`}
      actions={
        <Button startIcon={<Plus />} onClick={() => setEditing('new')}>
          Add a team
        </Button>
      }
    >
      {list.isError && list.data === undefined && (
        <ErrorPanel
          {...errorParts('The teams could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && teams.length === 0 && (
        <Empty
          small
          text="A team looks after services together; a service can name the one that looks after it."
        />
      )}
      {teams.length > 0 && (
        <PanelList label="Teams">
          {teams.map((team) => (
            <PanelRow
              key={team.id}
              title={<bdi>{team.name}</bdi>}
              beside={team.memberIds.length === 1 ? '1 member' : `${team.memberIds.length} members`}
              onOpen={() => setEditing(team)}
              end={
                <>
                  <People names={team.memberIds.map((id) => names.get(id) ?? 'somebody')} />
                  <IconButton
                    aria-label={`Remove the team ${team.name}`}
                    onClick={() => void remove(team)}
                  >
                    <Trash2 />
                  </IconButton>
                </>
              }
            />
          ))}
        </PanelList>
      )}
      {editing !== null && (
        <TeamDialog
          team={editing === 'new' ? null : editing}
          people={people}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
