import { createPortal } from 'react-dom';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import type { Names } from '../../planning/releases/index.ts';
import { checklistGroups, phaseWords } from './checklist-groups.ts';
import { ownerWords, stateWords, wishWords } from './item-words.ts';
import styles from './print.module.css';

type PrintSheetProps = {
  title: string;
  note: string;
  lists: readonly { name: string | null; items: readonly ChecklistEntry[] }[];
  names: Names;
  today: string;
};

/** The list on paper: boxes to tick, owners, dates, and room for the evidence. Seen in print only. */
export function PrintSheet({ title, note, lists, names, today }: PrintSheetProps) {
  return createPortal(
    <div className={styles['sheet']} aria-hidden>
      <h1 dir="auto">{title}</h1>
      <p>{note}</p>
      {lists.map(({ name, items }, at) => (
        <section key={at}>
          {name !== null && <h2 dir="auto">{name}</h2>}
          {checklistGroups(items).map((group) => (
            <table key={group.phase}>
              <caption>
                {phaseWords[group.phase]}: {group.settled} of {group.items.length} settled
              </caption>
              <thead>
                <tr>
                  <th scope="col">Settled</th>
                  <th scope="col">What has to be true</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Due</th>
                  <th scope="col">Evidence</th>
                </tr>
              </thead>
              <tbody>
                {group.items.map((item) => (
                  <tr key={item.id}>
                    <td>
                      <span className={styles['box']}>{item.state === 'done' ? '✓' : ''}</span>
                      {item.state === 'not-applicable' && stateWords[item.state]}
                    </td>
                    <td dir="auto">{item.text}</td>
                    <td dir="auto">{ownerWords(item, names)}</td>
                    <td>{item.due === null ? '' : formatDate(item.due, today)}</td>
                    <td dir="auto">{proofWords(item)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </section>
      ))}
    </div>,
    document.body,
  );
}

function proofWords(item: ChecklistEntry): string {
  if (item.state === 'not-applicable') return item.reason;
  const given = [item.evidence, item.evidenceUrl].filter((text) => text !== '');
  if (item.evidenceAttachmentId !== null) given.push('File attached');
  if (given.length > 0) return given.join(' · ');
  return item.evidenceWish === 'nothing' ? '' : `${wishWords[item.evidenceWish]}: ________________`;
}
