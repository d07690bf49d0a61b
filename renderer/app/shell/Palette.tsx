import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useProcedure } from '../../api/useProcedure.ts';
import { CommandPalette } from '../../components/palette/CommandPalette.tsx';
import { useNow } from '../../state/clock.ts';
import { useCommandRegistry } from '../../state/screen-commands.ts';
import { editCommands } from './edit-commands.ts';
import { releaseCommands, screenCommands } from './palette-commands.ts';
import type { Edits } from './use-edits.ts';
import { useGeneralCommands } from './use-general-commands.ts';
import type { Overlay } from './use-shell-keys.ts';

type PaletteProps = {
  edits: Edits;
  onClose: () => void;
  onOverlay: (overlay: Overlay) => void;
};

/** Find a release by its name, go to a screen, run a command of the one at hand. */
export function Palette({ edits, onClose, onOverlay }: PaletteProps) {
  const ofScreen = useCommandRegistry((state) => state.commands);
  const list = useProcedure('releases.list', { which: 'all', limit: 500 });
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone;
  const now = useNow();
  const general = useGeneralCommands(onOverlay);
  const navigate = useNavigate();
  const releases = list.data?.releases;
  const commands = useMemo(
    () => [
      ...screenCommands(ofScreen),
      ...general,
      ...editCommands(edits),
      ...releaseCommands(releases ?? [], zone ?? 'UTC', now, (releaseId) => {
        const params = { releaseId, tab: 'overview' } as const;
        void navigate({ to: '/releases/$releaseId/$tab', params });
      }),
    ],
    [ofScreen, general, edits, releases, zone, now, navigate],
  );
  return <CommandPalette open onClose={onClose} commands={commands} />;
}
