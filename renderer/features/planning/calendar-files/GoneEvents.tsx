import type { Output } from '#shared/contract/index.ts';
import styles from './calendar-files.module.css';
import { numberText } from '../../../components/number-text.ts';

/** What came from this file before and is no longer in it: told, never taken away. */
export function GoneEvents({ gone }: { gone: Output<'calendar.readIcs'>['gone'] }) {
  if (gone.length === 0) return null;
  return (
    <details className={styles['how']}>
      <summary>
        {numberText(gone.length)} {gone.length === 1 ? 'is' : 'are'} no longer in the file
      </summary>
      <p>They came with it before. They stay as they are; remove by hand what no longer holds.</p>
      <ul>
        {gone.slice(0, 200).map(({ id, name, on }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            {on !== null && `, ${on}`}
          </li>
        ))}
        {gone.length > 200 && <li>and {numberText(gone.length - 200)} more</li>}
      </ul>
    </details>
  );
}
