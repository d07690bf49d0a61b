import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { releaseTabs } from '../../../state/release-tabs.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import type { ScreenCommand } from '../../../state/screen-commands.ts';
import { tabWords } from './release-tabs.ts';

/** The tabs by number, as the palette and `?` list them. */
export function useReleaseCommands(releaseId: string): void {
  const navigate = useNavigate();
  const commands = useMemo(
    (): ScreenCommand[] =>
      releaseTabs.map((tab, index) => ({
        id: `release-tab-${tab}`,
        label: `Show ${tabWords[tab].toLocaleLowerCase('en')}`,
        key: String(index + 1),
        run: () => void navigate({ to: '/releases/$releaseId/$tab', params: { releaseId, tab } }),
      })),
    [navigate, releaseId],
  );
  useScreenCommands(commands);
}
