import Button from '@mui/material/Button';
import type { NeededBy } from '#shared/model/planning/plan.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Status } from '../../../components/Status.tsx';
import { releaseHref } from '../releases/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { standingLook } from './standing-look.ts';
import styles from './dependencies.module.css';

/** The releases that wait for this one, each with the way to it. */
export function NeededByList({
  neededBy,
  page,
}: {
  neededBy: readonly NeededBy[];
  page: ReleasePage;
}) {
  return (
    <div className={styles['neededBy']}>
      <h3>Needed by</h3>
      <PanelList label={`Releases that need ${page.release.name}`}>
        {neededBy.map((other) => {
          const look = standingLook(other);
          return (
            <PanelRow
              key={other.id}
              lead={<Status kind={look.kind} label={look.word} variant="icon" />}
              title={<bdi>{other.name}</bdi>}
              beside={`R-${other.number}`}
              note={<bdi>{other.why === '' ? other.title : other.why}</bdi>}
              end={
                <>
                  <span className={`${styles['state']} ${other.late ? styles['late'] : ''}`}>
                    {look.word}
                  </span>
                  <Button
                    size="small"
                    href={releaseHref(other.releaseId, 'plan', other.id)}
                    aria-label={`Open ${other.name}`}
                  >
                    Open
                  </Button>
                </>
              }
            />
          );
        })}
      </PanelList>
    </div>
  );
}
