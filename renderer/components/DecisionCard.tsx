import type { ReactNode } from 'react';
import { Change } from './Change.tsx';
import styles from './DecisionCard.module.css';
import { channelWords, outcomeLook } from './decision-words.ts';
import type { ChannelKey, OutcomeKey } from './decision-words.ts';
import { Person } from './Person.tsx';
import { Status } from './Status.tsx';
import { When } from './When.tsx';
import { dateText, whenText } from './when-text.ts';

export type ShownCondition = {
  id: string;
  text: string;
  owner: string;
  /** Date without a time. */
  dueOn: string;
  met: boolean;
};

export type ShownDifference = { what: string; from: string | null; to: string | null };

type DecisionCardProps = {
  decidedBy: string;
  role?: string;
  /** Somebody else typed it in; always told. */
  recordedBy?: string;
  outcome: OutcomeKey;
  channel: ChannelKey;
  decidedAt: string;
  zone: string;
  now: string;
  comment?: string;
  conditions?: readonly ShownCondition[];
  /** The facts it was given on are those of now. */
  current: boolean;
  differences?: readonly ShownDifference[];
  /** "Tue 24 Nov 09:12 by Jon Bell", when the facts changed. */
  changedNote?: ReactNode;
  withdrawn?: { at: string; by: string; reason: string };
  /** One person fills two places of the gate, as the profile allows. */
  secondPlace?: boolean;
  /** Further words under the head, such as for whom it was given. */
  labels?: readonly string[];
  /** `an earlier scope`: for which facts a stale one was given. */
  earlier?: string;
  /** A no-go that was set aside; it stays as it was given. */
  overruled?: { at: string; by: string; reason: string };
  /** Buttons, such as asking again. */
  children?: ReactNode;
};

/** A decision with its evidence: who, what, when, on which facts, and whether those still hold. */
export function DecisionCard(props: DecisionCardProps) {
  const { decidedBy, role, outcome, channel, decidedAt, zone, now } = props;
  const { current, withdrawn, overruled, comment = '', conditions = [], differences = [] } = props;
  const isStale = !current && withdrawn === undefined;
  const look = [styles['card'], isStale && styles['stale'], withdrawn && styles['withdrawn']];
  const { word, status } = outcomeLook[outcome];
  return (
    <article className={look.filter(Boolean).join(' ')} aria-label={`${word}, ${decidedBy}`}>
      <div className={styles['head']}>
        <Person name={decidedBy} discOnly />
        <span className={styles['who']}>
          <bdi className={styles['name']}>{decidedBy}</bdi>
          <span className={styles['when']}>
            {role !== undefined && `${role} · `}
            <When at={decidedAt} zone={zone} now={now} /> · {channelWords[channel]}
          </span>
        </span>
        <span className={styles['outcome']}>
          {withdrawn !== undefined && <Status kind="not-applicable" label={`${word}, withdrawn`} />}
          {isStale && (
            <Status
              kind="out-of-date"
              label={`${word}, ${props.earlier === undefined ? 'for earlier facts' : `given for ${props.earlier}`}`}
            />
          )}
          {withdrawn === undefined && current && (
            <Status
              kind={overruled === undefined ? status : 'exception'}
              label={overruled === undefined ? word : `${word}, overruled`}
            />
          )}
        </span>
      </div>
      <Labels {...props} />
      {comment !== '' && (
        <p className={styles['comment']} dir="auto">
          {comment}
        </p>
      )}
      {conditions.length > 0 && <Conditions conditions={conditions} now={now} />}
      {isStale && <Differences differences={differences} note={props.changedNote} />}
      {overruled !== undefined && (
        <div className={styles['block']}>
          <p className={styles['blockTitle']}>
            Overruled {whenText(overruled.at, zone, now)} by {overruled.by}
          </p>
          <p dir="auto">{overruled.reason}</p>
        </div>
      )}
      {withdrawn !== undefined && (
        <div className={styles['block']}>
          <p className={styles['blockTitle']}>
            Withdrawn {whenText(withdrawn.at, zone, now)} by {withdrawn.by}
          </p>
          <p dir="auto">{withdrawn.reason}</p>
        </div>
      )}
      {props.children !== undefined && <div className={styles['actions']}>{props.children}</div>}
    </article>
  );
}

function Labels(props: DecisionCardProps) {
  const { recordedBy, decidedBy, secondPlace = false, labels = [] } = props;
  if (recordedBy === undefined && !secondPlace && labels.length === 0) return null;
  return (
    <div className={styles['labels']}>
      {recordedBy !== undefined && (
        <span className={styles['label']}>
          Recorded for {decidedBy} by {recordedBy}
        </span>
      )}
      {labels.map((label) => (
        <span key={label} className={styles['label']}>
          <bdi>{label}</bdi>
        </span>
      ))}
      {secondPlace && <span className={styles['label']}>Fills two places of this gate</span>}
    </div>
  );
}

function Conditions({ conditions, now }: { conditions: readonly ShownCondition[]; now: string }) {
  return (
    <div className={styles['block']}>
      <p className={styles['blockTitle']}>
        {conditions.length === 1 ? 'On one condition' : `On ${conditions.length} conditions`}
      </p>
      <ul>
        {conditions.map((condition) => (
          <li key={condition.id} className={styles['condition']}>
            <Status
              kind={condition.met ? 'passed' : 'waiting'}
              label={condition.met ? 'Met' : 'Open'}
              variant="icon"
              size={14}
            />
            <span dir="auto">
              {condition.text}
              <span className={styles['due']}>
                {condition.owner}, by {dateText(condition.dueOn, Number(now.slice(0, 4)))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type DifferencesProps = { differences: readonly ShownDifference[]; note: ReactNode };

function Differences({ differences, note }: DifferencesProps) {
  if (differences.length === 0 && note === undefined) return null;
  return (
    <div className={styles['block']}>
      <p className={styles['blockTitle']}>Changed since{note !== undefined && <>, {note}</>}</p>
      <ul>
        {differences.map((difference) => (
          <li key={`${difference.what} ${difference.from} ${difference.to}`}>
            <Change {...difference} />
          </li>
        ))}
      </ul>
    </div>
  );
}
