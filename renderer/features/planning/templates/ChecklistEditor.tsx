import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { messageOf } from '../../../api/field-errors.ts';
import control from '../../../components/form/control.module.css';
import { Empty } from '../../../components/Empty.tsx';
import { Section } from '../../../components/Section.tsx';
import { moved, withItems } from './edited-template.ts';
import type { EditedItem, EditedTemplate } from './edited-template.ts';
import { phaseChoices } from './template-words.ts';
import styles from './templates.module.css';

type ChecklistEditorProps = {
  edited: EditedTemplate;
  errorAt: (path: string) => string | undefined;
  onChange: (next: EditedTemplate) => void;
};

/** What is to be true before each phase ends. */
export function ChecklistEditor({ edited, errorAt, onChange }: ChecklistEditorProps) {
  const items = edited.content.checklist;
  const change = (next: EditedItem[]) => onChange(withItems(edited, next));
  const put = (place: number, item: EditedItem) =>
    change(items.map((each, index) => (index === place ? item : each)));
  const whole = errorAt('checklist');
  return (
    <Section
      title="Checklist"
      note={`${items.length}, in the order of the phases`}
      actions={
        <Button
          startIcon={<Plus />}
          onClick={() => change([...items, { phase: items.at(-1)?.phase ?? 'planning', text: '' }])}
        >
          Add an item
        </Button>
      }
    >
      {whole !== undefined && (
        <p className={styles['refusal']} role="alert">
          The template {whole}.
        </p>
      )}
      {items.length === 0 && <Empty small text="Nothing is to be ticked off in such a release." />}
      {items.length > 0 && (
        <ol className={styles['items']}>
          {items.map((item, place) => {
            const error = messageOf({ message: errorAt(`checklist.${place}.text`) ?? '' });
            const number = place + 1;
            return (
              <li key={place} className={styles['item']}>
                <select
                  className={control['control']}
                  aria-label={`Phase of item ${number}`}
                  value={item.phase}
                  onChange={({ target }) => {
                    const found = phaseChoices.find(({ value }) => value === target.value);
                    if (found !== undefined) put(place, { ...item, phase: found.value });
                  }}
                >
                  {phaseChoices.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
                <div>
                  <input
                    className={control['control']}
                    dir="auto"
                    aria-label={`Text of item ${number}`}
                    aria-invalid={error === undefined ? undefined : true}
                    value={item.text}
                    title={item.text}
                    onChange={(event) => put(place, { ...item, text: event.target.value })}
                  />
                  {error !== undefined && (
                    <p className={styles['refusal']} role="alert">
                      {error}
                    </p>
                  )}
                </div>
                <div role="group" aria-label={`Move or remove item ${number}`}>
                  <IconButton
                    aria-label={`Move item ${number} up`}
                    disabled={place === 0}
                    onClick={() => change(moved(items, place, -1))}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    aria-label={`Move item ${number} down`}
                    disabled={place === items.length - 1}
                    onClick={() => change(moved(items, place, 1))}
                  >
                    <ArrowDown />
                  </IconButton>
                  <IconButton
                    aria-label={`Remove item ${number}`}
                    onClick={() => change(items.filter((_, index) => index !== place))}
                  >
                    <Trash2 />
                  </IconButton>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}
