import type { CallError } from '#shared/contract/procedure.ts';
import { evidenceWish } from '#shared/model/governance/checklist-templates.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { isWebAddress } from '../../../components/web-address.ts';
import { wishOptions, wishWords } from './item-words.ts';
import type { ItemPatch } from './use-checklist.ts';
import styles from './checklists.module.css';

type ItemProofProps = {
  item: ChecklistEntry;
  editable: boolean;
  set: (patch: ItemPatch) => Promise<CallError | null>;
};

/** What shows that an item is true, and what it asks for. */
export function ItemProof({ item, editable, set }: ItemProofProps) {
  const files = useProcedure('attachments.list', {
    ...{ releaseId: item.releaseId, subject: 'checklist-item', subjectId: item.id },
  });
  const names = (files.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (item.state === 'not-applicable') {
    return (
      <InspectorPart title="Why it does not apply">
        <p dir="auto">{item.reason}</p>
      </InspectorPart>
    );
  }
  return (
    <InspectorPart title="Evidence">
      <div className={styles['fields']}>
        <dl className={styles['facts']}>
          <dt>Asks for</dt>
          <dd>
            {editable ? (
              <SavedSelect
                label="Evidence it asks for"
                value={item.evidenceWish}
                options={wishOptions}
                save={(wish) => set({ evidenceWish: evidenceWish.parse(wish) })}
              />
            ) : (
              wishWords[item.evidenceWish]
            )}
          </dd>
          <dt>File</dt>
          <dd>
            {names.length === 0 ? (
              <span className={styles['quiet']}>None attached to the item</span>
            ) : editable ? (
              <SavedSelect
                label="File that shows it"
                value={item.evidenceAttachmentId ?? ''}
                options={[{ value: '', label: 'None of its files' }, ...names]}
                save={(id) => set({ evidenceAttachmentId: id === '' ? null : id })}
              />
            ) : (
              <bdi>
                {names.find(({ value }) => value === item.evidenceAttachmentId)?.label ?? 'none'}
              </bdi>
            )}
          </dd>
        </dl>
        <SavedField
          kind="area"
          label="Note"
          readOnly={!editable}
          value={item.evidence}
          save={(evidence) => set({ evidence })}
        />
        <SavedField
          label="Link"
          readOnly={!editable}
          placeholder="https://"
          value={item.evidenceUrl}
          save={(evidenceUrl) => set({ evidenceUrl })}
        />
        {isWebAddress(item.evidenceUrl) && (
          <a
            className={styles['link']}
            href={item.evidenceUrl}
            target="_blank"
            rel="noreferrer"
            title={item.evidenceUrl}
          >
            Open the link
          </a>
        )}
      </div>
    </InspectorPart>
  );
}
