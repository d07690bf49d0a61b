import { useEffect, useRef } from 'react';
import { Kbd } from '../Kbd.tsx';
import type { PaletteCommand, PaletteHit, PaletteSearch } from './CommandPalette.tsx';
import { Marked } from './Marked.tsx';
import styles from './Palette.module.css';

type PaletteListProps = {
  id: string;
  commands: readonly (PaletteCommand | PaletteHit)[];
  active: number;
  query: string;
  search?: PaletteSearch;
  onPoint: (id: string) => void;
  onRun: (command: PaletteCommand) => void;
};

/** The commands under the query, in groups; the focus stays in the query. */
export function PaletteList(props: PaletteListProps) {
  const { id, commands, active, query, search, onPoint, onRun } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, query]);
  const groups = Map.groupBy(
    commands.map((command, index) => ({ command, index })),
    ({ command }) => command.group,
  );
  return (
    <>
      {typeof search?.failure === 'string' && (
        <p className={styles['failure']} role="alert">
          {search.failure}
        </p>
      )}
      <div ref={list} id={id} className={styles['list']} role="listbox" aria-label="Results">
        {commands.length === 0 && (
          <p className={styles['none']} role="option" aria-selected={false} aria-disabled>
            {search?.asking === true ? (
              <span className={styles['late']}>Looking…</span>
            ) : (
              'Nothing is called that. Try fewer letters, a ticket or a change number.'
            )}
          </p>
        )}
        {[...groups].map(([group, members]) => (
          <div key={group} role="group" aria-label={group}>
            <div className={styles['group']} aria-hidden>
              {group}
            </div>
            {members.map(({ command, index }) => (
              <Option
                key={command.id}
                id={`${id}-${index}`}
                command={command}
                isActive={index === active}
                onPoint={onPoint}
                onRun={onRun}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

type OptionProps = Pick<PaletteListProps, 'onPoint' | 'onRun'> & {
  id: string;
  command: PaletteCommand | PaletteHit;
  isActive: boolean;
};

function Option({ id, command, isActive, onPoint, onRun }: OptionProps) {
  const { icon: Icon, label, hint, keys } = command;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={`${styles['command']} ${isActive ? styles['active'] : ''}`}
      // Moving, not entering: a list that scrolls under a resting pointer must not take the choice.
      onPointerMove={() => onPoint(command.id)}
      onClick={() => onRun(command)}
    >
      {Icon !== undefined && <Icon size={16} aria-hidden />}
      <span className={styles['words']}>
        <span className={styles['line']}>
          <span className={styles['label']} title={label}>
            {'parts' in command ? <Marked parts={command.parts} /> : label}
          </span>
          {hint !== undefined && <bdi className={styles['hint']}>{hint}</bdi>}
        </span>
        {'excerpt' in command && command.excerpt.length > 0 && (
          <span className={styles['excerpt']}>
            <Marked parts={command.excerpt} />
          </span>
        )}
      </span>
      {keys !== undefined && (
        <span className={styles['keys']}>
          <Kbd keys={keys} />
        </span>
      )}
    </div>
  );
}
