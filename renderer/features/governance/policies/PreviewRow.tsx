import { useState } from 'react';
import { ChevronRight, Minus, Plus } from 'lucide-react';
import type { PolicyPreview } from '#shared/model/governance/policies.ts';
import { RiskBand } from '../../../components/RiskBand.tsx';
import styles from './policies.module.css';

/** One release under the text: gates that come and go, and when opened what each condition saw. */
export function PreviewRow({ row }: { row: PolicyPreview }) {
  const [isOpen, setOpen] = useState(false);
  const { release, number, type, band, gates, added, removed, seen } = row;
  const same = added.length + removed.length === 0;
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden className={styles['turn']} />
        <bdi className={styles['release']} title={release}>
          {release}
        </bdi>
        <span className={styles['rowFacts']}>
          R-{number} · {type} · <RiskBand band={band} short /> · {gates}{' '}
          {gates === 1 ? 'gate' : 'gates'}
          {same && ', as now'}
        </span>
      </button>
      {!same && (
        <ul className={styles['moves']}>
          {added.map(({ key, name, rules }) => (
            <li key={key} data-kind="added">
              <Plus size={12} aria-hidden />
              <span className="visually-hidden">Added: </span>
              <bdi>{name}</bdi> <span className={styles['quiet']}>by {rules.join(', ')}</span>
            </li>
          ))}
          {removed.map(({ key, name, rules }) => (
            <li key={key} data-kind="removed">
              <Minus size={12} aria-hidden />
              <span className="visually-hidden">Removed: </span>
              <bdi>{name}</bdi>{' '}
              <span className={styles['quiet']}>asked for by {rules.join(', ')} now</span>
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <table className={styles['seen']}>
          <caption className="visually-hidden">What each rule saw of {release}</caption>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Holds</th>
              <th scope="col">It saw</th>
            </tr>
          </thead>
          <tbody>
            {seen.map((rule) => (
              <tr key={rule.key} data-holds={rule.holds ? '' : undefined}>
                <th scope="row">
                  {rule.key}
                  {rule.when !== '' && <code>{rule.when}</code>}
                </th>
                <td>{rule.holds ? 'yes' : 'no'}</td>
                <td>
                  <bdi>{rule.seen === '' ? 'asks every release' : rule.seen}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
