import { useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CircleAlert, Plus, Trash2 } from 'lucide-react';
import type { Rehearsal, RollbackRecord } from '#shared/model/planning/rollback.ts';
import { newestOf, rehearsalRemark } from '#shared/rules/planning/rehearsals.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { Empty } from '../../../components/Empty.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import type { ReleasePage } from '../releases/index.ts';
import { RehearsalDialog } from './RehearsalDialog.tsx';
import { resultStatus, resultWords, sectionWords } from './rollback-words.ts';
import type { RollbackEdits } from './use-rollback.ts';
import styles from './rollback.module.css';

type RehearsalsProps = {
  kind: Rehearsal['kind'];
  plan: RollbackRecord;
  page: ReleasePage;
  edits: RollbackEdits;
};

/** What was tried out, newest first, and what of it must be known. */
export function Rehearsals({ kind, plan, page, edits }: RehearsalsProps) {
  const [recording, setRecording] = useState(false);
  const { editable, zone, now, names } = page;
  const { title, record, none } = sectionWords[kind];
  const today = dateIn(now, zone);
  const held = plan.rehearsals.filter((each) => each.kind === kind);
  const newest = newestOf(held, kind);
  const remark = newest && rehearsalRemark(newest, plan.durationMinutes, today);
  const byHand = kind === 'rollback' && isByHand(plan);
  const remove = async ({ id }: Rehearsal) => {
    const refused = await edits.removeRehearsal(id);
    if (refused !== null) showToast({ text: refused.message, tone: 'failed' });
  };
  return (
    <Section
      title={title}
      note={held.length === 0 ? undefined : `${held.length}`}
      actions={
        editable && (
          <Button startIcon={<Plus />} onClick={() => setRecording(true)}>
            {record}
          </Button>
        )
      }
    >
      {remark !== null && (
        <p className={styles['remark']}>
          <CircleAlert size={14} aria-hidden />
          <span>{remark}</span>
        </p>
      )}
      {held.length === 0 && !byHand && <Empty small text={none} />}
      {(held.length > 0 || byHand) && (
        <PanelList label={title}>
          {held.map((each) => (
            <PanelRow
              key={each.id}
              lead={<Status kind={resultStatus[each.result]} variant="icon" />}
              title={formatDate(each.rehearsedOn, today)}
              beside={factsOf(each)}
              note={
                <>
                  <span>
                    Led by <bdi>{names.person(each.byId)}</bdi>
                  </span>
                  {each.note !== '' && (
                    <bdi className={styles['note']} title={each.note}>
                      {each.note}
                    </bdi>
                  )}
                </>
              }
              end={
                editable && (
                  <IconButton
                    aria-label={`Remove the entry of ${formatDate(each.rehearsedOn, today)}`}
                    title="Remove an entry made in error"
                    onClick={() => void remove(each)}
                  >
                    <Trash2 />
                  </IconButton>
                )
              }
            />
          ))}
          {byHand && plan.rehearsedOn !== null && (
            <PanelRow
              title={formatDate(plan.rehearsedOn, today)}
              beside="entered in the plan"
              note={<bdi className={styles['note']}>{plan.rehearsalResult}</bdi>}
              end={
                editable && (
                  <IconButton
                    aria-label="Remove the day entered in the plan"
                    title="Remove the day entered in the plan"
                    onClick={() => void edits.save({ rehearsedOn: null, rehearsalResult: '' })}
                  >
                    <Trash2 />
                  </IconButton>
                )
              }
            />
          )}
        </PanelList>
      )}
      {recording && (
        <RehearsalDialog
          kind={kind}
          page={page}
          rehearse={edits.rehearse}
          onClose={() => setRecording(false)}
        />
      )}
    </Section>
  );
}

/** The plan tells of a day that no rehearsal is recorded of. */
function isByHand({ rehearsedOn, rehearsals }: RollbackRecord): boolean {
  if (rehearsedOn === null) return false;
  return !rehearsals.some((each) => each.kind === 'rollback' && each.rehearsedOn === rehearsedOn);
}

function factsOf({ result, durationMinutes }: Rehearsal): string {
  const took = durationMinutes === null ? '' : ` in ${durationMinutes} min`;
  return `${resultWords[result]}${took}`;
}
