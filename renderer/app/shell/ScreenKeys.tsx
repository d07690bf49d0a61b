import { KeyHelp, type ShownKey } from '../../components/KeyHelp.tsx';
import { useCommandRegistry, type ScreenCommand } from '../../state/screen-commands.ts';

/** True wherever there is a list, and everywhere. */
const general: readonly ShownKey[] = [
  { group: 'Lists', keys: ['j', '↓'], does: 'Next row' },
  { group: 'Lists', keys: ['k', '↑'], does: 'Row before' },
  { group: 'Lists', keys: ['Enter'], does: 'Open' },
  { group: 'Lists', keys: ['Ctrl+C'], does: 'Copy the row, or the marked ones' },
  { group: 'Everywhere', keys: ['Ctrl+K'], does: 'Find or do anything' },
  { group: 'Everywhere', keys: ['Ctrl+Z'], does: 'Undo your last change' },
  { group: 'Everywhere', keys: ['Ctrl+Shift+Z'], does: 'Do it again' },
  { group: 'Everywhere', keys: ['?'], does: 'Show these keys' },
  { group: 'Everywhere', keys: ['Esc'], does: 'Close what lies over or beside' },
];

/** What `?` shows: the keys of the screen at hand, then those that always work. */
export function ScreenKeys({ onClose }: { onClose: () => void }) {
  const commands = useCommandRegistry((state) => state.commands);
  return <KeyHelp open onClose={onClose} keys={[...keysOf(commands), ...general]} />;
}

function keysOf(commands: readonly ScreenCommand[]): ShownKey[] {
  return commands.flatMap(({ key, label }) =>
    key === undefined ? [] : [{ group: 'This screen', keys: [key], does: label }],
  );
}
