import { useFormContext } from 'react-hook-form';
import type { TemplateSummary } from '#shared/model/planning/templates.ts';
import { CheckboxInput } from '../../../../components/form/CheckboxInput.tsx';
import { SelectInput } from '../../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import { TextInput } from '../../../../components/form/TextInput.tsx';
import { Section } from '../../../../components/Section.tsx';
import { ComponentRows } from '../form/ComponentRows.tsx';
import { DeploymentRows } from '../form/DeploymentRows.tsx';
import type { ReleaseDraft } from '../form/draft.ts';
import { peopleToChoose } from '../names.ts';
import type { Names } from '../names.ts';
import { TypeChooser } from './TypeChooser.tsx';
import styles from './new.module.css';

type ReleaseFieldsProps = {
  names: Names;
  templates: readonly TemplateSummary[];
  zone: string;
  now: string;
};

export function ReleaseFields({ names, templates, zone, now }: ReleaseFieldsProps) {
  const { register, formState } = useFormContext<ReleaseDraft>();
  const { errors } = formState;
  return (
    <>
      <Section title="Release">
        <TypeChooser templates={templates} />
        <div className={styles['basics']}>
          <TextInput
            {...register('name')}
            autoFocus
            label="Name"
            placeholder="Payments 4.2"
            error={errors.name?.message}
          />
          <SelectInput
            {...register('ownerId')}
            label="Owner"
            none="Choose somebody"
            options={peopleToChoose(names)}
            error={errors.ownerId?.message}
          />
        </div>
        <CheckboxInput
          {...register('dataMigration')}
          label="It migrates data"
          help="Going back to the old version would not bring the old data back. Raises the risk to at least high."
        />
        <CheckboxInput
          {...register('standardChange')}
          label="It is a standard change"
          help="Of a pre-authorised model: well known, of low risk, done before. Only as long as its risk is low."
        />
      </Section>
      <Section title="Components" note="what it ships">
        <ComponentRows names={names} />
      </Section>
      <Section title="Planned deployments" note="where it goes, and when">
        <DeploymentRows names={names} zone={zone} now={now} />
      </Section>
      <Section title="Notes">
        <TextArea
          {...register('notes')}
          label="What readers of this plan should know"
          optional
          width={900}
          error={errors.notes?.message}
        />
      </Section>
    </>
  );
}
