import type { DependencyView } from '#shared/model/planning/plan.ts';
import { dependencyWords } from '#shared/rules/planning/plan-words.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { PanelRow } from '../../../components/Panel.tsx';
import { Person } from '../../../components/Person.tsx';
import { Status } from '../../../components/Status.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { lagInWords } from './lag.ts';
import { standingLook } from './standing-look.ts';
import { needName } from './use-dependencies.ts';
import styles from './dependencies.module.css';

/** One thing the release needs; the row opens it. */
export function NeedRow({ need, page }: { need: DependencyView; page: ReleasePage }) {
  const today = dateIn(page.now, page.zone);
  const look = standingLook(need);
  const words = [dependencyWords.kind[need.kind], lagInWords(need.lagDays), need.why].filter(
    (part) => part !== '',
  );
  return (
    <PanelRow
      lead={<Status kind={look.kind} label={look.word} variant="icon" />}
      title={<bdi>{needName(need)}</bdi>}
      note={<bdi>{words.join(' · ')}</bdi>}
      end={
        <>
          {need.neededOn !== null && (
            <span className={styles['needed']}>needed {formatDate(need.neededOn, today)}</span>
          )}
          {need.ownerId !== null && <Person discOnly name={page.names.person(need.ownerId)} />}
          <span className={`${styles['state']} ${need.late ? styles['late'] : ''}`}>
            {look.word}
          </span>
        </>
      }
      selected={page.selected === need.id}
      onOpen={() => page.select(need.id)}
    />
  );
}
