import Button from '@mui/material/Button';
import type { ChecklistOffer } from '#shared/model/governance/checklists.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { phaseWords } from './checklist-groups.ts';
import styles from './checklists.module.css';

/** What the list left out against its templates, with the way to add it. */
export function Offers({ releaseId }: { releaseId: string }) {
  const offers = useProcedure('checklists.offers', { releaseId }).data ?? [];
  return offers.map((offer) => (
    <Offer key={offer.templateId ?? 'shipped'} releaseId={releaseId} offer={offer} />
  ));
}

function Offer({ releaseId, offer }: { releaseId: string; offer: ChecklistOffer }) {
  const { run, pending, error } = useCommand('checklists.applyTemplate');
  const { templateId, name, missing } = offer;
  const apply = async (keys?: string[]) => {
    const answer = await run({ releaseId, templateId, ...(keys === undefined ? {} : { keys }) });
    if (!answer.ok) return;
    const { added, renewed, kept } = answer.value;
    const texts = [
      `${itemsInWords(added.length)} added`,
      ...(renewed > 0 ? [`${itemsInWords(renewed)} renewed`] : []),
      `${kept} kept`,
    ];
    showToast({ text: texts.join(', '), undo: undoOf(answer) });
  };
  return (
    <details className={styles['offer']}>
      <summary>
        <span>
          <bdi>{name}</bdi>: {offerInWords(offer)}
        </span>
      </summary>
      <ul>
        {missing.map(({ key, text, phase, why }) => (
          <li key={key}>
            <div>
              <bdi>{text}</bdi>
              <p className={styles['quiet']} dir="auto">
                {phaseWords[phase]} · {why}
              </p>
            </div>
            <Button
              size="small"
              disabled={pending}
              aria-label={`Add: ${text}`}
              onClick={() => void apply([key])}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
      <Button disabled={pending} onClick={() => void apply()}>
        {missing.length === 0 ? 'Take over what is newer' : 'Add all that is missing'}
      </Button>
      {error !== null && (
        <p className={styles['refused']} role="alert">
          {error.message}
        </p>
      )}
    </details>
  );
}

function offerInWords({ missing, renewed, had }: ChecklistOffer): string {
  const left =
    missing.length === 0
      ? null
      : `${itemsInWords(missing.length)} ${missing.length === 1 ? 'is' : 'are'} not on this list`;
  const since = had === null ? '' : ` (this list came of “${had}”)`;
  const newer = renewed === 0 ? null : `${itemsInWords(renewed)} read otherwise now`;
  return `${[left, newer].filter((text) => text !== null).join(', ')}${since}`;
}

function itemsInWords(count: number): string {
  return `${count} ${count === 1 ? 'item' : 'items'}`;
}
