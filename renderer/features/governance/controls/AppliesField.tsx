import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import { policyVariables } from '#shared/rules/governance/policy/policy-facts.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { releaseHref } from '../../planning/releases/index.ts';
import type { ControlFields } from './control-fields.ts';
import styles from './controls.module.css';

const shown = 5;

/** Which releases a control applies to, as a condition, with those it takes in while it is typed. */
export function AppliesField({ form }: { form: UseFormReturn<ControlFields> }) {
  const { register, control, formState } = form;
  const typed = useDeferredValue(useWatch({ control, name: 'applies' }));
  const found = useProcedure('controls.appliesTo', { applies: typed }, { keepPrevious: true }).data;
  const problem = found?.problem?.message;
  return (
    <>
      <TextArea
        label="Applies where"
        optional
        rows={2}
        className={styles['condition']}
        placeholder='financial && band != "low"'
        help="A condition as in the policy. Empty: it applies to every release."
        error={messageOf(formState.errors.applies ?? (problem ? { message: problem } : undefined))}
        {...register('applies')}
      />
      <details className={styles['words']}>
        <summary>What a condition may ask about</summary>
        <dl>
          {policyVariables.map(({ name, about }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      </details>
      {found !== undefined && found.problem === null && (
        <div className={styles['taken']} aria-live="polite">
          <p>
            {found.open === 0
              ? 'No release is open.'
              : `Takes in ${found.count} of ${found.open} open ${found.open === 1 ? 'release' : 'releases'}.`}
          </p>
          <ul>
            {found.applies.slice(0, shown).map(({ releaseId, release, why }) => (
              <li key={releaseId}>
                <a href={releaseHref(releaseId, 'gates')}>
                  <bdi>{release}</bdi>
                </a>{' '}
                <bdi>{why}</bdi>
              </li>
            ))}
          </ul>
          {found.count > shown && <p>and {found.count - shown} more</p>}
        </div>
      )}
    </>
  );
}
