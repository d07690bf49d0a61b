import { HashText } from '../../../../../components/HashText.tsx';
import type { ComparedRow, ComparedSection } from './compare-rows.ts';
import styles from './compare.module.css';

type CompareTableProps = {
  sections: readonly ComparedSection[];
  /** The two moments in words. */
  from: string;
  to: string;
  note: string;
};

export function CompareTable({ sections, from, to, note }: CompareTableProps) {
  return (
    <div className={styles['frame']}>
      <table className={styles['table']}>
        <caption className="visually-hidden">The release at two moments, {note}</caption>
        <colgroup>
          <col className={styles['first']} />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span role="status">{note}</span>
            </th>
            <th scope="col">{from}</th>
            <th scope="col">{to}</th>
          </tr>
        </thead>
        {sections.map(({ title, rows }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={3} className={styles['title']}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ row }: { row: ComparedRow }) {
  const { what, field, from, to, state } = row;
  return (
    <tr className={state === 'same' ? styles['same'] : undefined}>
      <th scope="row">
        <bdi>{what}</bdi> {field !== null && <span className={styles['field']}>· {field}</span>}{' '}
        {state !== 'same' && <span className={styles[state]}>{state}</span>}
      </th>
      <td className={state === 'same' || from === null ? undefined : styles['before']}>
        <Value text={from} isNothing={state === 'added'} />
      </td>
      <td className={state === 'same' || to === null ? undefined : styles['after']}>
        <Value text={to} isNothing={state === 'removed'} />
      </td>
    </tr>
  );
}

/** Empty is a value; not being there is not. */
function Value({ text, isNothing }: { text: string | null; isNothing: boolean }) {
  if (text !== null && text !== '')
    return (
      <bdi>
        <HashText text={text} />
      </bdi>
    );
  return <span className={styles['nothing']}>{isNothing ? 'not there' : 'empty'}</span>;
}
