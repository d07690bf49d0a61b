import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Environment } from '#shared/model/workspace/services.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { placeAfterMove, type Direction } from './move.ts';
import styles from './environments.module.css';

type EnvironmentListProps = {
  environments: readonly Environment[];
  selectedId: string | null;
  onSelect: (id: string) => void;
};

/** The environments in their order, moved by buttons or by Alt with an arrow key. */
export function EnvironmentList({ environments, selectedId, onSelect }: EnvironmentListProps) {
  const save = useCommand('environments.save');

  async function move(environment: Environment, direction: Direction): Promise<void> {
    const afterId = placeAfterMove(environments, environment.id, direction);
    if (afterId === undefined || save.pending) return;
    const { id, name, kind, region } = environment;
    const moved = await save.run({ id, name, kind, region, afterId });
    const text = moved.ok
      ? `${name} moved ${direction}, ${placeInWords(environments, id, direction)}`
      : moved.error.message;
    showToast({ text, tone: moved.ok ? 'done' : 'failed', undo: undoOf(moved) });
  }

  function moveByKey(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const row = event.target instanceof Element ? event.target.closest('li') : null;
    const index = row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1;
    const environment = environments[index];
    if (!environment) return;
    event.preventDefault();
    void move(environment, event.key === 'ArrowUp' ? 'up' : 'down');
  }

  return (
    <div onKeyDown={moveByKey}>
      <PanelList label="Environments">
        {environments.map((environment, index) => (
          <PanelRow
            key={environment.id}
            lead={<span className={styles['place']}>{index + 1}</span>}
            title={<bdi>{environment.name}</bdi>}
            note={[environment.kind, environment.region].filter(Boolean).join(' · ')}
            selected={environment.id === selectedId}
            onOpen={() => onSelect(environment.id)}
            end={
              <div role="group" aria-label={`Move ${environment.name}`}>
                <IconButton
                  aria-label={`Move ${environment.name} up`}
                  disabled={index === 0}
                  onClick={() => void move(environment, 'up')}
                >
                  <ArrowUp />
                </IconButton>
                <IconButton
                  aria-label={`Move ${environment.name} down`}
                  disabled={index === environments.length - 1}
                  onClick={() => void move(environment, 'down')}
                >
                  <ArrowDown />
                </IconButton>
              </div>
            }
          />
        ))}
      </PanelList>
    </div>
  );
}

function placeInWords(
  environments: readonly Environment[],
  id: string,
  direction: Direction,
): string {
  const place = environments.findIndex((each) => each.id === id) + (direction === 'up' ? 0 : 2);
  return `now ${place} of ${environments.length}`;
}
