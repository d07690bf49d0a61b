import type { GateView } from '#shared/model/governance/gates.ts';
import { HashText } from '../../../components/HashText.tsx';
import { People, Person } from '../../../components/Person.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { Why } from '../../../components/Why.tsx';
import { AttachedMark, useAttachedCounts } from '../../workspace/attachments/index.ts';
import type { AttachedCount } from '../../workspace/attachments/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { phaseTitles } from './phase-titles.ts';
import type { GateGroup } from './gate-groups.ts';
import { reasonOf } from './gate-why.ts';
import { lookOf } from './gate-words.ts';
import styles from './gates.module.css';

type GateGroupSectionProps = {
  group: GateGroup;
  page: ReleasePage;
  selectedId: string | undefined;
};

/** The gates of one phase under each other. */
export function GateGroupSection({ group, page, selectedId }: GateGroupSectionProps) {
  const { phase, gates, isCurrent } = group;
  const counts = useAttachedCounts(page.release.id);
  const open = gates.filter(({ status }) => status !== 'passed' && status !== 'not-applicable');
  return (
    <Section title={phaseTitles[phase]} note={groupNote(open.length, isCurrent)}>
      <ul className={styles['list']} aria-label={`Gates, ${phaseTitles[phase]}`}>
        {gates.map((gate) => (
          <GateRow
            key={gate.id}
            gate={gate}
            count={counts.get(gate.id)}
            page={page}
            selected={gate.id === selectedId}
          />
        ))}
      </ul>
    </Section>
  );
}

function groupNote(open: number, isCurrent: boolean): string {
  if (open === 0) return 'all passed';
  return isCurrent ? 'needs all, in any order' : `${open} to go`;
}

type GateRowProps = {
  gate: GateView;
  count: AttachedCount | undefined;
  page: ReleasePage;
  selected: boolean;
};

function GateRow({ gate, count, page, selected }: GateRowProps) {
  const { tag, rule, seen, reason } = reasonOf(gate.why);
  const { kind, word } = lookOf(gate);
  return (
    <li className={`${styles['row']} ${selected ? styles['selected'] : ''}`}>
      <Status kind={kind} variant="icon" label={word} size={18} />
      <span className={styles['gate']}>
        <button
          type="button"
          data-gate={gate.id}
          className={styles['open']}
          aria-current={selected ? 'true' : undefined}
          onClick={() => page.select(gate.id)}
        >
          <bdi>{gate.name}</bdi>
        </button>
        <span className={styles['why']}>
          <Why
            what={`Why “${gate.name}” is here`}
            label={tag}
            rule={rule === '' ? reason : rule}
            inputs={seen === '' ? undefined : [{ name: 'Seen', value: seen }]}
            source={rule === '' ? undefined : reason}
          />
        </span>
        <AttachedMark count={count} />
      </span>
      <span className={styles['summary']} title={gate.summary}>
        <HashText text={gate.summary} />
      </span>
      <Who gate={gate} page={page} />
      <Status kind={kind} variant="word" label={word} wide />
    </li>
  );
}

/** Whose seats it has: those who decided, else those who can. */
function Who({ gate, page }: { gate: GateView; page: ReleasePage }) {
  const ids = [...new Set(gate.seats.flatMap((seat) => whoOf(seat, gate)))];
  const [first] = ids;
  const names = ids.map((id) => page.names.person(id));
  return (
    <span className={styles['who']}>
      {first !== undefined && ids.length === 1 && (
        <Person discOnly name={page.names.person(first)} />
      )}
      {ids.length > 1 && <People names={names} most={3} />}
    </span>
  );
}

function whoOf(seat: GateView['seats'][number], gate: GateView): string[] {
  const decision = gate.decisions.find(({ id }) => id === seat.decisionId);
  return decision === undefined ? seat.personIds : [decision.decidedById];
}
