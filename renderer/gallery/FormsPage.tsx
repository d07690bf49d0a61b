import { useState } from 'react';
import Button from '@mui/material/Button';
import { CheckboxInput } from '../components/form/CheckboxInput.tsx';
import { ChoiceInput } from '../components/form/ChoiceInput.tsx';
import { DateInput } from '../components/form/DateInput.tsx';
import { FieldRow } from '../components/form/Field.tsx';
import { NumberInput } from '../components/form/NumberInput.tsx';
import { Segmented } from '../components/form/Segmented.tsx';
import { SelectInput } from '../components/form/SelectInput.tsx';
import { TextArea } from '../components/form/TextArea.tsx';
import { TextInput } from '../components/form/TextInput.tsx';
import { Panel } from '../components/Panel.tsx';
import { Section } from '../components/Section.tsx';
import styles from './Gallery.module.css';

const types = [
  { value: 'major', label: 'Major', note: 'breaking, or more than a sprint of work' },
  { value: 'minor', label: 'Minor', note: 'new features, nothing breaks' },
  { value: 'hotfix', label: 'Hotfix', note: 'one mend, shortened gates' },
] as const;

const views = ['Month', 'Week', 'Agenda', 'Timeline'].map((label) => ({ value: label, label }));

export function FormsPage() {
  const [type, setType] = useState<(typeof types)[number]['value']>('major');
  const [view, setView] = useState('Month');
  return (
    <div className={styles['page']}>
      <Section title="Fields" note="label above, help under, error beside in words">
        <Panel padded>
          <form onSubmit={(event) => event.preventDefault()}>
            <TextInput
              label="Name"
              help="As people say it: Payments 4.2"
              defaultValue="Payments 4.2"
              required
            />
            <TextInput
              label="Version"
              mono
              width={200}
              defaultValue="4.2"
              error="4.2 is not a semver version; it needs three numbers, such as 4.2.0."
            />
            <SelectInput
              label="Service"
              options={[
                { value: 'pay', label: 'Payments', group: 'Financial' },
                { value: 'led', label: 'Ledger', group: 'Financial' },
                { value: 'app', label: 'Mobile app', group: 'Channels' },
              ]}
              none="Choose a service"
            />
            <FieldRow>
              <DateInput label="Planned start" defaultValue="2026-11-26" />
              <DateInput label="At" kind="time" zone="London" defaultValue="22:00" />
            </FieldRow>
            <NumberInput
              label="Duration"
              unit="min"
              defaultValue={90}
              help="From the first step to the last check"
            />
            <ChoiceInput label="Type" choices={types} value={type} onPick={setType} />
            <TextArea label="What it is about" optional placeholder="In a sentence or two" />
            <TextInput label="External change" optional disabled defaultValue="CHG0012345" />
            <div style={{ marginTop: 16 }} className={styles['stack']}>
              <CheckboxInput
                label="Needs a data migration"
                help="Adds the gate “Rollback rehearsed”"
                defaultChecked
              />
              <CheckboxInput label="Customers are told" />
              <CheckboxInput label="Decided by the policy" disabled defaultChecked />
            </div>
            <div style={{ marginTop: 24 }} className={styles['flow']}>
              <Button variant="contained" type="submit">
                Create release
              </Button>
              <Button variant="text">Discard</Button>
            </div>
          </form>
        </Panel>
      </Section>
      <Section title="Segmented">
        <Segmented label="View" choices={views} value={view} onPick={setView} />
      </Section>
    </div>
  );
}
