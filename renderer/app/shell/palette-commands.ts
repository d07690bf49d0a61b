import { Package } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import type { PaletteCommand } from '../../components/palette/CommandPalette.tsx';
import { whenText } from '../../components/when-text.ts';
import type { ScreenCommand } from '../../state/screen-commands.ts';

type ReleaseSummary = Output<'releases.list'>['releases'][number];

/** What the screen at hand offers. */
export function screenCommands(commands: readonly ScreenCommand[]): PaletteCommand[] {
  return commands.map(({ id, label, key, run }) => ({
    id: `screen ${id}`,
    group: 'This screen',
    label,
    keys: key,
    run,
  }));
}

/** Releases by name; type and date help to tell two apart. */
export function releaseCommands(
  releases: readonly ReleaseSummary[],
  zone: string,
  now: string,
  open: (releaseId: string) => void,
): PaletteCommand[] {
  return releases.map(({ id, name, type, startAt }) => ({
    id: `release ${id}`,
    group: 'Next releases',
    label: name,
    hint: [type, startAt === null ? 'no date yet' : whenText(startAt, zone, now)].join(' · '),
    icon: Package,
    run: () => open(id),
  }));
}
