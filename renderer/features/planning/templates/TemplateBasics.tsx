import type { Role } from '#shared/model/workspace/people.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup, FieldRow } from '../../../components/form/Field.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { messageOf } from '../../../api/field-errors.ts';
import { Section } from '../../../components/Section.tsx';
import type { EditedTemplate } from './edited-template.ts';
import styles from './templates.module.css';

type TemplateBasicsProps = {
  edited: EditedTemplate;
  roles: readonly Role[];
  errorAt: (path: string) => string | undefined;
  onChange: (next: EditedTemplate) => void;
};

const leads = [
  { key: 'build', label: 'Build begins', unit: 'days before' },
  { key: 'readiness', label: 'Readiness begins', unit: 'days before' },
  { key: 'postRelease', label: 'Review', unit: 'days after' },
] as const;

/** What a template is called and for, its lead times and the roles a release gets. */
export function TemplateBasics({ edited, roles, errorAt, onChange }: TemplateBasicsProps) {
  const chosen = edited.content.roles;
  // A role that was taken out of the workspace still stands in the template until it is taken out.
  const gone = chosen.filter((key) => !roles.some((role) => role.key === key));
  const offered = [...roles, ...gone.map((key) => ({ key, name: `${key} (no role any more)` }))];
  const turn = (key: string) => {
    const next = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key];
    onChange({ ...edited, content: { ...edited.content, roles: next } });
  };
  const said = (path: string) => messageOf({ message: errorAt(path) ?? '' });
  const roleError = chosen.map((_, index) => errorAt(`roles.${index}`)).find(Boolean);
  return (
    <Section title="Template" note={`for ${edited.content.type} releases`}>
      <div className={styles['form']}>
        <TextInput
          label="Name"
          value={edited.name}
          error={said('name')}
          onChange={(event) => onChange({ ...edited, name: event.target.value })}
        />
        <TextArea
          label="What releases it is for"
          rows={2}
          value={edited.about}
          error={said('about')}
          onChange={(event) => onChange({ ...edited, about: event.target.value })}
        />
        <FieldRow>
          {leads.map(({ key, label, unit }) => (
            <NumberInput
              key={key}
              label={label}
              unit={unit}
              width={96}
              value={edited.days[key]}
              error={said(`leadDays.${key}`)}
              onChange={(event) =>
                onChange({ ...edited, days: { ...edited.days, [key]: event.target.value } })
              }
            />
          ))}
        </FieldRow>
        <FieldGroup
          label="Roles"
          help="A release names one person for each; who alone holds a role is filled in."
          error={roleError}
        >
          <div className={styles['roles']}>
            {offered.map(({ key, name }) => (
              <CheckboxInput
                key={key}
                label={name}
                checked={chosen.includes(key)}
                onChange={() => turn(key)}
              />
            ))}
          </div>
        </FieldGroup>
      </div>
    </Section>
  );
}
