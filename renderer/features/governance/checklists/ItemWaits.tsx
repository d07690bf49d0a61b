import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { stateWords } from './item-words.ts';
import type { ItemPatch } from './use-checklist.ts';
import styles from './checklists.module.css';

type ItemWaitsProps = {
  item: ChecklistEntry;
  list: readonly ChecklistEntry[];
  editable: boolean;
  set: (patch: ItemPatch) => Promise<CallError | null>;
};

/** What is settled before an item; the core refuses a circle. */
export function ItemWaits({ item, list, editable, set }: ItemWaitsProps) {
  const [refusal, setRefusal] = useState<string>();
  const before = list.filter(({ id }) => item.afterIds.includes(id));
  const others = list.filter(({ id }) => id !== item.id && !item.afterIds.includes(id));
  const save = async (afterIds: string[]) => setRefusal((await set({ afterIds }))?.message);
  return (
    <InspectorPart title="Waits for">
      <div className={styles['fields']}>
        {before.length > 0 && (
          <ul className={styles['names']} aria-label="Items before it">
            {before.map(({ id, text, state }) => (
              <li key={id}>
                <span>
                  <bdi>{text}</bdi> <span className={styles['quiet']}>{stateWords[state]}</span>
                </span>
                {editable && (
                  <IconButton
                    aria-label={`Wait no longer for ${text}`}
                    title="Wait no longer"
                    onClick={() => void save(item.afterIds.filter((each) => each !== id))}
                  >
                    <X />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        )}
        {before.length === 0 && !editable && <p className={styles['quiet']}>Nothing</p>}
        {editable && others.length > 0 && (
          <SelectInput
            label="Add an item that is settled first"
            none="Choose an item"
            value=""
            error={refusal}
            options={others.map(({ id, text }) => ({ value: id, label: text }))}
            onChange={({ target }) => {
              if (target.value !== '') void save([...item.afterIds, target.value]);
            }}
          />
        )}
      </div>
    </InspectorPart>
  );
}
