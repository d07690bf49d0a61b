import { FileClock } from 'lucide-react';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { relativeText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import styles from './Welcome.module.css';

type RecentWorkspacesProps = {
  recent: readonly { path: string; name: string; openedAt: string }[];
  onOpened: () => void;
};

/** The files this device opened last; nothing on first run. */
export function RecentWorkspaces({ recent, onOpened }: RecentWorkspacesProps) {
  const open = useCommand('workspace.open');
  const now = useNow();
  if (recent.length === 0) return null;

  async function openPath(path: string): Promise<void> {
    if (!open.pending && (await open.run({ path })).ok) onOpened();
  }

  return (
    <Section title="Recent on this device">
      {open.error && (
        <ErrorPanel {...errorParts('The workspace could not be opened', open.error)} />
      )}
      <PanelList label="Recent workspaces">
        {recent.map(({ path, name, openedAt }) => (
          <PanelRow
            key={path}
            lead={<FileClock size={16} aria-hidden />}
            title={<bdi>{name}</bdi>}
            note={
              <bdi dir="ltr" className={styles['path']} title={path}>
                {path}
              </bdi>
            }
            end={<span className={styles['quiet']}>{relativeText(openedAt, now)}</span>}
            onOpen={() => void openPath(path)}
          />
        ))}
      </PanelList>
    </Section>
  );
}
