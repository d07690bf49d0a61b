import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import type { FollowedVersion, TicketFinding } from '#shared/model/delivery/tickets.ts';
import type { Output } from '#shared/contract/index.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { whenText } from '../../../components/when-text.ts';
import { undoOf } from '../../../state/edits.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { ProviderLink } from '../pipelines/index.ts';
import { counted, findingLook, takenFrom } from './ticket-words.ts';
import styles from './tickets.module.css';

type ReleaseTicketsProps = { page: ReleasePage; lateReason: string };

/** What does not fit between the scope and the tickets of the versions the release is made of. */
export function ReleaseTickets({ page, lateReason }: ReleaseTicketsProps) {
  const standing = useProcedure('tickets.standing', { releaseId: page.release.id }).data;
  if (standing === undefined) return null;
  const { followed, findings } = standing;
  if (followed.length === 0 && findings.length === 0) return null;
  const late = findings.filter((found) => found.late).length;
  const note =
    findings.length === 0
      ? 'all of them fit the scope'
      : `${counted(findings.length, 'thing')} to look at${late === 0 ? '' : `, ${late} late`}`;
  return (
    <Section title="Tickets against the scope" note={note}>
      <p className={styles['count']}>{freezeInWords(standing, page)}</p>
      {followed.length > 0 && (
        <ul className={styles['followed']} aria-label="The release is made of">
          {followed.map((version) => (
            <Followed key={version.id} version={version} editable={page.editable} />
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <PanelList label="Tickets that do not fit the scope">
          {findings.map((found) => (
            <FindingRow
              key={`${found.kind} ${found.itemId ?? ''} ${found.connectionId ?? ''} ${found.externalId ?? ''}`}
              {...{ found, page, lateReason }}
            />
          ))}
        </PanelList>
      )}
    </Section>
  );
}

function freezeInWords({ freeze }: Output<'tickets.standing'>, { zone, now }: ReleasePage): string {
  if (freeze === null) {
    return 'The plan has no scope freeze: what comes once planning is left will count as late.';
  }
  const when = whenText(freeze.at, zone, now);
  if (freeze.by === 'planning') {
    return `The plan has no scope freeze; what came after planning was left, ${when}, counts as late.`;
  }
  return freeze.at > now
    ? `What comes after the scope freeze, from ${when} on, will count as late.`
    : `What came after the scope freeze, from ${when} on, counts as late.`;
}

function Followed({ version, editable }: { version: FollowedVersion; editable: boolean }) {
  const unfollow = useCommand('tickets.unfollow');
  const { id, name, connectionName } = version;
  const letGo = async () => {
    const answer = await unfollow.run({ id });
    if (answer.ok) showToast({ text: `${name} is no longer followed`, undo: undoOf(answer) });
    else showToast({ text: answer.error.message, tone: 'failed' });
  };
  return (
    <li className={styles['version']}>
      <bdi>
        <strong>{name}</strong> <span className={styles['quiet']}>{connectionName}</span>
      </bdi>
      {editable && (
        <IconButton
          size="small"
          aria-label={`No longer follow ${name}`}
          title="No longer follow"
          onClick={() => void letGo()}
        >
          <X size={12} />
        </IconButton>
      )}
    </li>
  );
}

type FindingRowProps = { found: TicketFinding; page: ReleasePage; lateReason: string };

function FindingRow({ found, page, lateReason }: FindingRowProps) {
  const take = useCommand('tickets.take');
  const { key, title, said, url, itemId, connectionId, externalId } = found;
  const addIt = async () => {
    if (connectionId === null || externalId === null) return;
    const answer = await take.run({
      ...{ releaseId: page.release.id, connectionId, lateReason },
      tickets: [externalId],
    });
    if (answer.ok) showToast({ text: takenFrom(answer.value), undo: undoOf(answer) });
  };
  const canAdd = page.editable && itemId === null && externalId !== null;
  return (
    <PanelRow
      lead={<Status {...findingLook(found)} variant="icon" />}
      title={
        <>
          <code>{key}</code> <bdi>{title}</bdi>
        </>
      }
      beside={findingLook(found).label}
      note={
        <>
          <bdi>{said}</bdi>
          {take.error && (
            <span className={styles['refusal']} role="alert">
              {' '}
              {take.error.message}
            </span>
          )}
        </>
      }
      end={
        <>
          {canAdd && (
            <Button
              size="small"
              loading={take.pending}
              aria-label={`Add ${key} to the scope`}
              onClick={() => void addIt()}
            >
              Add
            </Button>
          )}
          <ProviderLink url={url} what={key} />
        </>
      }
    />
  );
}
