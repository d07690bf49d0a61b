import { useState } from 'react';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Bookmark, Check, ChevronDown } from 'lucide-react';
import type { SavedView } from '#shared/model/workspace/views.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { ViewDialog } from './ViewDialog.tsx';
import styles from './views.module.css';
import { useViews } from './use-views.ts';

type ViewMenuProps = {
  /** The screen the views are of. */
  screen: string;
  /** What the screen is without a view, `All open releases`. */
  plain: string;
  /** What a view of this screen keeps, as a sentence. */
  keeps: string;
  views: readonly SavedView[];
  opened: SavedView | undefined;
  /** How it is arranged now. */
  current: SavedView['settings'];
  /** It is no longer as the opened view has it. */
  isChanged: boolean;
  onOpen: (id: string | undefined) => void;
};

/** Opens a saved view, saves how the list is arranged now, changes and deletes one's own. */
export function ViewMenu(props: ViewMenuProps) {
  const { screen, plain, keeps, views, opened, current, isChanged, onOpen } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'add' | 'rename' | null>(null);
  const { add, change, rename, remove } = useViews(screen);
  const pick = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  const update = async (view: SavedView) => {
    const { refused } = await change(view, current);
    if (refused === null) onOpen(view.id);
    else showToast({ text: refused, tone: 'failed' });
  };
  const own = opened?.own === true ? opened : null;
  return (
    <>
      <Button
        variant="text"
        startIcon={<Bookmark />}
        endIcon={<ChevronDown />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title="Saved views"
        className={styles['saved']}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <bdi className={styles['chipText']}>{opened?.name ?? 'Views'}</bdi>
        {opened !== undefined && isChanged && ', changed'}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Saved views' } }}
      >
        <ViewItem
          name={plain}
          isOpen={opened === undefined}
          onPick={pick(() => onOpen(undefined))}
        />
        {views.map((view) => (
          <ViewItem
            key={view.id}
            name={view.name}
            note={noteOf(view)}
            isOpen={view.id === opened?.id}
            onPick={pick(() => onOpen(view.id))}
          />
        ))}
        <Divider />
        <MenuItem onClick={pick(() => setDialog('add'))}>Save as a view…</MenuItem>
        {own !== null && (
          <MenuItem disabled={!isChanged} onClick={pick(() => void update(own))}>
            Update “{short(own.name)}” to this
          </MenuItem>
        )}
        {own !== null && (
          <MenuItem onClick={pick(() => setDialog('rename'))}>Rename or share…</MenuItem>
        )}
        {own !== null && (
          <MenuItem
            onClick={pick(() => {
              void remove(own).then((done) => done && onOpen(undefined));
            })}
          >
            Delete “{short(own.name)}”
          </MenuItem>
        )}
      </Menu>
      {dialog === 'add' && (
        <ViewDialog
          title="Save as a view"
          action="Save the view"
          name=""
          keeps={keeps}
          shared={false}
          onClose={() => setDialog(null)}
          onSend={async (name, shared) => {
            const { refused, saved } = await add(name, shared, current);
            if (saved !== null) onOpen(saved.id);
            return refused;
          }}
        />
      )}
      {dialog === 'rename' && own !== null && (
        <ViewDialog
          title="Rename or share the view"
          action="Save the view"
          name={own.name}
          keeps={keeps}
          shared={own.shared}
          onClose={() => setDialog(null)}
          onSend={async (name, shared) => (await rename(own, name, shared)).refused}
        />
      )}
    </>
  );
}

type ViewItemProps = { name: string; note?: string; isOpen: boolean; onPick: () => void };

function ViewItem({ name, note, isOpen, onPick }: ViewItemProps) {
  return (
    <MenuItem selected={isOpen} aria-current={isOpen ? 'true' : undefined} onClick={onPick}>
      <bdi className={styles['chipText']} title={name}>
        {name}
      </bdi>
      {note !== undefined && <span className={styles['menuNote']}>{note}</span>}
      {isOpen && <Check size={14} aria-hidden className={styles['menuNote']} />}
    </MenuItem>
  );
}

function noteOf({ own, shared, personName }: SavedView): string {
  if (!own) return `shared by ${personName}`;
  return shared ? 'shared' : 'only you';
}

function short(name: string): string {
  return name.length > 30 ? `${name.slice(0, 29).toWellFormed()}…` : name;
}
