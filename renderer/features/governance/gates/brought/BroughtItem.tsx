import { useState } from 'react';
import Button from '@mui/material/Button';
import { FileText, Link2, StickyNote } from 'lucide-react';
import type { EvidenceStanding, EvidenceView } from '#shared/model/governance/evidence.ts';
import { evidenceKindNames } from '#shared/rules/governance/evidence/evidence-words.ts';
import { sizeInWords } from '#shared/rules/workspace/attachment-size.ts';
import type { StatusKind } from '../../../../app/theme/tokens.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { AsOf } from '../../../../components/AsOf.tsx';
import { ReasonForm } from '../../../../components/editing/ReasonForm.tsx';
import { Status } from '../../../../components/Status.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { isWebAddress } from '../../../../components/web-address.ts';
import { whenText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import { ProvenControls } from './ProvenControls.tsx';
import { ReportItems } from './ReportItems.tsx';
import { SummaryPicture } from './SummaryPicture.tsx';
import styles from './brought.module.css';

const overLooks: Record<
  Exclude<EvidenceStanding, 'counts' | 'kept'>,
  { kind: StatusKind; word: string }
> = {
  'out-of-date': { kind: 'out-of-date', word: 'Out of date' },
  replaced: { kind: 'not-applicable', word: 'Replaced' },
  withdrawn: { kind: 'not-applicable', word: 'Withdrawn' },
};

/** How a report is marked: by what it says, once it counts; what no rule reads has no verdict. */
function lookOf({ standing, verdict }: EvidenceView): { kind: StatusKind; word: string } | null {
  if (standing !== 'counts' && standing !== 'kept') return overLooks[standing];
  if (verdict === null) return null;
  return { kind: verdict, word: verdictWords[verdict] };
}

const verdictWords = { passed: 'Good', failed: 'Beyond the limits', waiting: 'Says nothing' };

type BroughtItemProps = { item: EvidenceView; page: ReleasePage; mayChange: boolean };

/** One piece of evidence: what it says, how old it is, by whom, and by which digest it is known. */
export function BroughtItem({ item, page, mayChange }: BroughtItemProps) {
  const [doing, setDoing] = useState<'nothing' | 'looking' | 'withdrawing' | 'proving'>('nothing');
  const withdraw = useCommand('gates.withdrawEvidence').run;
  const { id, title, kind, source, note, url, digest, bytes, summary, standing, withdrawn } = item;
  const { zone, now, names } = page;
  const look = lookOf(item);
  const isOver = standing === 'withdrawn' || standing === 'replaced';
  const submit = async (reason: string) => {
    const answer = await withdraw({ id, reason });
    if (answer.ok) showToast({ text: 'Withdrawn; the record keeps it' });
    return answer.ok ? null : answer.error;
  };
  const toggle = (what: 'looking' | 'withdrawing' | 'proving') =>
    setDoing(doing === what ? 'nothing' : what);
  return (
    <li className={`${styles['item']} ${isOver ? styles['over'] : ''}`}>
      <div className={styles['head']}>
        {look === null ? (
          <KindIcon kind={kind} />
        ) : (
          <Status kind={look.kind} variant="icon" label={look.word} size={15} />
        )}
        <bdi className={styles['title']} title={title}>
          {title}
        </bdi>
        <AsOf at={item.collectedAt} zone={zone} now={now} />
      </div>
      <p className={styles['facts']}>
        {evidenceKindNames[kind]}
        {digest !== '' && (
          <>
            {' '}
            · {sizeInWords(bytes)} ·{' '}
            <span className={styles['digest']} title={`SHA-256 ${digest}`}>
              {digest.slice(0, 12)}
            </span>
          </>
        )}{' '}
        · <bdi>{names.person(item.addedById)}</bdi>, {whenText(item.addedAt, zone, now)}
        {source !== '' && source !== names.person(item.addedById) && (
          <>
            {' '}
            · <bdi>{source}</bdi>
          </>
        )}
        {isOver && look !== null && ` · ${look.word.toLowerCase()}`}
        {item.controlKeys.length > 0 && (
          <>
            {' '}
            · proves <bdi>{item.controlKeys.join(', ')}</bdi>
          </>
        )}
      </p>
      {item.why !== '' && <p className={styles['stale']}>Out of date: {item.why}</p>}
      {withdrawn !== null && (
        <p className={styles['facts']}>
          <bdi>{names.person(withdrawn.byId)}</bdi> withdrew it: <bdi>“{withdrawn.reason}”</bdi>
        </p>
      )}
      {summary !== null && !isOver && <SummaryPicture summary={summary} />}
      {note !== '' && note !== title && (
        <p className={styles['note']}>
          <bdi>{note}</bdi>
        </p>
      )}
      {url !== '' && isWebAddress(url) && (
        <a className={styles['url']} href={url} target="_blank" rel="noreferrer noopener">
          {url}
        </a>
      )}
      {!isOver && (
        <div className={styles['acts']}>
          {item.detailHash !== null && (
            <Button
              size="small"
              variant="text"
              aria-expanded={doing === 'looking'}
              aria-label={`${doing === 'looking' ? 'Hide' : 'Show'} details of ${title}`}
              onClick={() => toggle('looking')}
            >
              {doing === 'looking' ? 'Hide details' : 'Show details'}
            </Button>
          )}
          {mayChange && (
            <Button
              size="small"
              variant="text"
              aria-expanded={doing === 'proving'}
              aria-label={`Controls that ${title} proves`}
              onClick={() => toggle('proving')}
            >
              Proves…
            </Button>
          )}
          {mayChange && (
            <Button
              size="small"
              variant="text"
              aria-label={`Withdraw ${title}`}
              onClick={() => toggle('withdrawing')}
            >
              Withdraw…
            </Button>
          )}
        </div>
      )}
      {doing === 'proving' && (
        <ProvenControls item={item} page={page} onDone={() => setDoing('nothing')} />
      )}
      {doing === 'looking' && <ReportItems evidenceId={id} />}
      {doing === 'withdrawing' && (
        <ReasonForm
          danger
          label="Why does it not hold?"
          button="Withdraw evidence"
          consequence="It counts no more. The record keeps it with your reason."
          submit={submit}
          onDone={() => setDoing('nothing')}
        />
      )}
    </li>
  );
}

/** What is kept for people to read. */
function KindIcon({ kind }: Pick<EvidenceView, 'kind'>) {
  const Icon = kind === 'link' ? Link2 : kind === 'note' ? StickyNote : FileText;
  return <Icon size={15} aria-hidden />;
}
