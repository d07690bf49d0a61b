import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Hit } from '#shared/model/workspace/search.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { CommandPalette } from '../../components/palette/CommandPalette.tsx';
import { releaseHref } from '../../features/planning/releases/index.ts';
import { useNow } from '../../state/clock.ts';
import { useCommandRegistry } from '../../state/screen-commands.ts';
import { editCommands } from './edit-commands.ts';
import { hitHref } from './hit-places.ts';
import { releaseCommands, screenCommands } from './palette-commands.ts';
import type { Edits } from './use-edits.ts';
import { useGeneralCommands } from './use-general-commands.ts';
import { usePaletteSearch } from './use-palette-search.ts';
import type { Overlay } from './use-shell-keys.ts';

type PaletteProps = {
  edits: Edits;
  onClose: () => void;
  onOverlay: (overlay: Overlay) => void;
};

/** Find anything by its words, go to a screen, run a command of the one at hand. */
export function Palette({ edits, onClose, onOverlay }: PaletteProps) {
  const ofScreen = useCommandRegistry((state) => state.commands);
  const next = useProcedure('releases.list', { which: 'open', limit: 5 }).data?.releases;
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone;
  const now = useNow();
  const general = useGeneralCommands(onOverlay);
  const { history } = useRouter();
  const go = useCallback((href: string) => history.push(href.slice(1)), [history]);
  const open = useCallback((hit: Hit) => go(hitHref(hit)), [go]);
  const { text, ...search } = usePaletteSearch(open);
  const commands = useMemo(() => {
    // The next releases are offered until something is typed; then search knows all of them.
    const ahead = text === '' ? (next ?? []) : [];
    return [
      ...screenCommands(ofScreen),
      ...releaseCommands(ahead, zone ?? 'UTC', now, (id) => go(releaseHref(id, 'overview'))),
      ...general,
      ...editCommands(edits),
    ];
  }, [ofScreen, general, edits, next, text, zone, now, go]);
  return <CommandPalette open onClose={onClose} commands={commands} search={search} />;
}
