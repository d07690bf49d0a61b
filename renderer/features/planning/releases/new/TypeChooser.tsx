import { useFormContext } from 'react-hook-form';
import type { Output } from '#shared/contract/index.ts';
import type { ReleaseDraft } from '../form/draft.ts';
import styles from './new.module.css';

type Template = Output<'releases.templates'>[number];

/** The kinds of release side by side, each with what its template is for and how much it brings. */
export function TypeChooser({ templates }: { templates: readonly Template[] }) {
  const { register } = useFormContext<ReleaseDraft>();
  return (
    <fieldset className={styles['types']}>
      <legend>Type</legend>
      {templates.map((template) => (
        <label key={template.type} className={styles['type']}>
          <input type="radio" value={template.type} {...register('type')} />
          <span className={styles['typeName']}>{template.name}</span>
          <span className={styles['typeAbout']}>{template.about}</span>
          <span className={styles['typeCounts']}>
            {template.gates.length} gates
            <br />
            {template.checklist.length} checklist items
          </span>
        </label>
      ))}
    </fieldset>
  );
}
