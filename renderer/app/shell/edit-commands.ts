import { Redo2, Undo2 } from 'lucide-react';
import type { PaletteCommand } from '../../components/palette/CommandPalette.tsx';
import type { Edits } from './use-edits.ts';

/** Undo and redo by what they would take back, for the palette. */
export function editCommands({ next, undo, redo }: Edits): PaletteCommand[] {
  const found: PaletteCommand[] = [];
  const group = 'Do';
  if (next.undo !== null) {
    const { command, what } = next.undo;
    const run = () => undo(command);
    found.push({ id: 'undo', group, label: `Undo: ${what}`, icon: Undo2, keys: 'Ctrl+Z', run });
  }
  if (next.redo !== null) {
    const { command, what } = next.redo;
    const run = () => redo(command);
    const keys = 'Ctrl+Shift+Z';
    found.push({ id: 'redo', group, label: `Redo: ${what}`, icon: Redo2, keys, run });
  }
  return found;
}
