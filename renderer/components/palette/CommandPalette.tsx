import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Dialog from '@mui/material/Dialog';
import { Search } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Part } from '#shared/model/workspace/search.ts';
import { PaletteList } from './PaletteList.tsx';
import { rankCommands } from './rank.ts';
import styles from './Palette.module.css';

export type PaletteCommand = {
  id: string;
  /** "Releases", "Go to", "This screen". Groups stand in the order of their first command. */
  group: string;
  label: string;
  /** Quiet words after the label: service, date, state. */
  hint?: string;
  icon?: LucideIcon;
  /** Its key elsewhere, as a reminder. */
  keys?: string;
  /** Further words it is found by. */
  also?: string;
  run: () => void;
};

/** What a search found: its label in pieces with the words marked, and where else they are. */
export type PaletteHit = PaletteCommand & { parts: readonly Part[]; excerpt: readonly Part[] };

/** A search beside the commands; the caller asks it with each query. */
export type PaletteSearch = {
  onQuery: (query: string) => void;
  found: readonly PaletteHit[];
  /** The answer to what is typed is not there yet. */
  asking: boolean;
  /** Why nothing could be searched, as a sentence. */
  failure: string | null;
};

type CommandPaletteProps = {
  open: boolean;
  onClose: () => void;
  commands: readonly PaletteCommand[];
  search?: PaletteSearch;
};

/** What Ctrl+K opens: find anything, run any command. */
export function CommandPalette({ open, onClose, ...rest }: CommandPaletteProps) {
  const titleId = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-labelledby={titleId}
      slotProps={{
        paper: { className: styles['paper'] },
        container: { sx: { alignItems: 'flex-start', paddingTop: '8vh' } },
      }}
    >
      <h2 id={titleId} className="visually-hidden">
        Find or do anything
      </h2>
      <PaletteBody onClose={onClose} {...rest} />
    </Dialog>
  );
}

// Mounted with each opening, so that every time begins with an empty query.
function PaletteBody({ onClose, commands, search }: Omit<CommandPaletteProps, 'open'>) {
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const listId = useId();
  const ranked = rankCommands(commands, query, search?.found);
  const known = ranked.findIndex((command) => command.id === activeId);
  const active = known < 0 ? 0 : known;

  const run = (command: PaletteCommand | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    // Enter that ends the composing of a letter is not ours.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && ranked.length > 0) {
      event.preventDefault();
      setActiveId(ranked[(active + step + ranked.length) % ranked.length]?.id ?? null);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(ranked[active]);
    }
  };
  return (
    <>
      <div className={styles['search']}>
        <Search size={18} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={ranked.length > 0 ? `${listId}-${active}` : undefined}
          aria-label="Find or do anything"
          placeholder="Find or do anything"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActiveId(null);
            search?.onQuery(event.target.value);
          }}
          onKeyDown={press}
        />
      </div>
      <PaletteList
        id={listId}
        commands={ranked}
        active={active}
        query={query}
        search={search}
        onPoint={setActiveId}
        onRun={run}
      />
    </>
  );
}
