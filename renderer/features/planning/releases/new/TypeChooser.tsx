import { useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { TemplateSummary } from '#shared/model/planning/templates.ts';
import type { ReleaseDraft } from '../form/draft.ts';
import { isChosen } from './chosen-template.ts';
import styles from './new.module.css';

/** The kinds of release side by side, each with what its template is for and how much it brings. */
export function TypeChooser({ templates }: { templates: readonly TemplateSummary[] }) {
  const own = templates.filter((template) => template.own !== null);
  return (
    <>
      {own.length > 0 && <Choices legend="Your templates" templates={own} />}
      <Choices legend="Type" templates={templates.filter((template) => template.own === null)} />
    </>
  );
}

type ChoicesProps = { legend: string; templates: readonly TemplateSummary[] };

function Choices({ legend, templates }: ChoicesProps) {
  const { control, setValue } = useFormContext<ReleaseDraft>();
  const type = useWatch({ control, name: 'type' });
  const templateVersionId = useWatch({ control, name: 'templateVersionId' });
  const group = useId();
  const choose = (template: TemplateSummary) => {
    setValue('type', template.type);
    setValue('templateVersionId', template.own?.versionId ?? '');
  };
  return (
    <fieldset className={styles['types']}>
      <legend>{legend}</legend>
      {templates.map((template) => (
        <label key={template.own?.id ?? template.type} className={styles['type']}>
          <input
            type="radio"
            name={group}
            checked={isChosen(template, { type, templateVersionId })}
            onChange={() => choose(template)}
          />
          <bdi className={styles['typeName']} title={template.name}>
            {template.name}
          </bdi>
          <bdi className={styles['typeAbout']}>{template.about}</bdi>
          <span className={styles['typeCounts']}>{template.checklist.length} checklist items</span>
        </label>
      ))}
    </fieldset>
  );
}
