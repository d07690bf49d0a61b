import type { Change } from '#shared/model/delivery/git.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CommitChip } from '../../../components/Chip.tsx';
import { Section } from '../../../components/Section.tsx';
import { When } from '../../../components/When.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { counted, landedInWords } from './git-words.ts';
import styles from './git.module.css';

/** The changes a release brings, once some were taken: which commit, for what, since when. */
export function ReleaseChanges({ page }: { page: ReleasePage }) {
  const changes = useProcedure('git.changes', { releaseId: page.release.id }).data ?? [];
  if (changes.length === 0) return null;
  return (
    <Section title="Changes" note={counted(changes.length, 'change')}>
      <ul className={styles['changes']} aria-label="Changes of the release" tabIndex={0}>
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} page={page} />
        ))}
      </ul>
    </Section>
  );
}

function ChangeRow({ change, page }: { change: Change; page: ReleasePage }) {
  const { commit, title, tickets, serviceId, firstCommitAt } = change;
  const service = page.names.services.find(({ id }) => id === serviceId)?.name ?? '';
  return (
    <li className={styles['change']}>
      <CommitChip commit={commit} />
      <span className={styles['changeWords']}>
        <bdi className={styles['changeTitle']}>{title}</bdi>
        <span className={styles['changeFacts']}>
          {tickets.length > 0 && <code>{tickets.join(', ')}</code>}
          <span>{landedInWords(change)}</span>
          {service !== '' && <bdi>{service}</bdi>}
        </span>
      </span>
      <span className={styles['began']}>
        first commit <When at={firstCommitAt} zone={page.zone} now={page.now} focusable={false} />
      </span>
    </li>
  );
}
