import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import { Pencil, X } from 'lucide-react';
import type { CommitmentView } from '#shared/model/planning/bookings.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { releaseHref } from '../releases/index.ts';
import type { Names } from '../releases/index.ts';
import { daysText } from './capacity-words.ts';
import { CommitDialog } from './CommitDialog.tsx';
import type { CommitmentEdits } from './use-commitments.ts';
import styles from './capacity.module.css';

type CommitmentRowsProps = {
  commitments: readonly CommitmentView[];
  names: Names;
  edits: CommitmentEdits;
  today: string;
  /** Of a release the roles are the title, of a role the releases. */
  ofRelease?: boolean;
  editable?: boolean;
};

/** Commitments that are changed and taken back where they stand. */
export function CommitmentRows(props: CommitmentRowsProps) {
  const { commitments, names, edits, today, ofRelease = false, editable = true } = props;
  const [edited, setEdited] = useState<CommitmentView | null>(null);
  return (
    <>
      <PanelList label="Commitments">
        {commitments.map((commitment) => {
          const { id, releaseId, release, roleKey, personId, weekOn, note } = commitment;
          const whose = personId === null ? 'anybody' : names.person(personId);
          const week = `week of ${formatDate(weekOn, today)}`;
          const name = `${daysText(commitment)}, ${names.role(roleKey)}, ${release}, ${week}`;
          const about = [
            ofRelease ? week : names.role(roleKey),
            whose,
            ...(note === '' ? [] : [note]),
          ];
          return (
            <PanelRow
              key={id}
              title={
                ofRelease ? (
                  <bdi>{names.role(roleKey)}</bdi>
                ) : (
                  <a
                    className={styles['release']}
                    title={release}
                    href={releaseHref(releaseId, 'plan')}
                  >
                    <bdi>{release}</bdi>
                  </a>
                )
              }
              note={<bdi>{about.join(' · ').slice(0, 300)}</bdi>}
              end={
                <>
                  <span className={styles['days']}>{daysText(commitment)}</span>
                  {editable && (
                    <span className={styles['buttons']}>
                      <IconButton
                        aria-label={`Change ${name}`}
                        title="Change"
                        onClick={() => setEdited(commitment)}
                      >
                        <Pencil />
                      </IconButton>
                      <IconButton
                        aria-label={`Take back ${name}`}
                        title="Take back"
                        onClick={() => edits.takeBack(commitment)}
                      >
                        <X />
                      </IconButton>
                    </span>
                  )}
                </>
              }
            />
          );
        })}
      </PanelList>
      {edited !== null && (
        <CommitDialog
          isChange
          start={edited}
          names={names}
          save={({ releaseId: _same, weeks: _one, ...patch }) => edits.change(edited, patch)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
