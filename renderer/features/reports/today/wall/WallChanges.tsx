import { commandInWords } from '#shared/rules/workspace/change-words.ts';
import { relativeText } from '../../../../components/when-text.ts';
import type { WallProps } from './wall-view.ts';
import styles from './wall.module.css';

/** What anybody changed of late; it grows at the top by itself. */
export function WallChanges({ wall: { changes }, view: { names, now } }: WallProps) {
  return (
    <section className={styles['part']} aria-label="Just changed">
      <h2>Just changed</h2>
      {changes.length === 0 ? (
        <p className={styles['quiet']}>Nothing was changed within a day.</p>
      ) : (
        <ul className={styles['changes']}>
          {changes.map(({ id, release, byId, command, label, at }) => (
            <li key={id}>
              <bdi className={styles['title']}>{release}</bdi>
              <p>
                {byId === null ? 'Somebody' : <bdi>{names.person(byId)}</bdi>}{' '}
                {commandInWords(command)}
                {label !== '' && (
                  <>
                    : <bdi>{label}</bdi>
                  </>
                )}{' '}
                <time dateTime={at} className={styles['quiet']}>
                  {relativeText(at, now)}
                </time>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
