import { evidenceWish } from '#shared/model/governance/checklist-templates.ts';
import type { Role } from '#shared/model/workspace/people.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { wishOptions } from '../checklists/index.ts';
import { Audience } from './Audience.tsx';
import type { EditedItem } from './edited-checklist.ts';
import styles from './checklist-templates.module.css';

type ItemTermsProps = {
  item: EditedItem;
  items: readonly EditedItem[];
  roles: readonly Role[];
  errorAt: (field: string) => string | undefined;
  onChange: (item: EditedItem) => void;
  onClose: () => void;
};

/** Owner, date, evidence and what goes before, of one item of a template. */
export function ItemTerms({ item, items, roles, errorAt, onChange, onClose }: ItemTermsProps) {
  const others = items.filter(({ key, text }) => key !== item.key && text.trim() !== '');
  return (
    <Inspector title={item.text.trim() || 'New item'} onClose={onClose}>
      <div className={styles['fields']}>
        <SelectInput
          label="Role that owns it"
          none="Nobody"
          help="Whoever has the role on the release."
          error={errorAt('ownerRole')}
          value={item.ownerRole ?? ''}
          options={roles.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={({ target }) =>
            onChange({ ...item, ownerRole: target.value === '' ? null : target.value })
          }
        />
        <TextInput
          optional
          inputMode="numeric"
          label="Due, days before the start"
          help="0 is the day of the start, −3 three days after it; empty has no date."
          width={120}
          error={errorAt('dueDaysBefore')}
          value={item.days}
          onChange={({ target }) => onChange({ ...item, days: target.value })}
        />
        <SelectInput
          label="Evidence it asks for"
          value={item.evidence}
          options={wishOptions}
          onChange={({ target }) =>
            onChange({ ...item, evidence: evidenceWish.parse(target.value) })
          }
        />
        {others.length > 0 && (
          <FieldGroup label="Settled before it" error={errorAt('after')}>
            <div className={styles['before']}>
              {others.map(({ key, text }) => (
                <CheckboxInput
                  key={key}
                  label={text}
                  checked={item.after.includes(key)}
                  onChange={() =>
                    onChange({
                      ...item,
                      after: item.after.includes(key)
                        ? item.after.filter((each) => each !== key)
                        : [...item.after, key],
                    })
                  }
                />
              ))}
            </div>
          </FieldGroup>
        )}
        <Audience
          types={item.types}
          bands={item.bands}
          onChange={(audience) => onChange({ ...item, ...audience })}
        />
      </div>
    </Inspector>
  );
}
