import { useState } from 'react';
import Button from '@mui/material/Button';
import type { GateView } from '#shared/model/governance/gates.ts';
import { summaryKindOf } from '#shared/rules/governance/evidence/evidence-words.ts';
import { HashText } from '../../../components/HashText.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { dateText, whenText } from '../../../components/when-text.ts';
import { AttachedParts } from '../../workspace/attachments/index.ts';
import { AskForm, askedInWords, DecisionForm, seatsFor } from '../approvals/index.ts';
import { releaseHref } from '../../planning/releases/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { Brought } from './brought/Brought.tsx';
import { ConsultationsPart } from '../consultations/index.ts';
import { GateTermsPart } from '../policies/index.ts';
import { EarlierConditions } from './EarlierConditions.tsx';
import { GateDecisions } from './GateDecisions.tsx';
import { GateDue } from './GateDue.tsx';
import { GateEvidence } from './GateEvidence.tsx';
import { GateExceptions } from './GateExceptions.tsx';
import { GateSeats } from './GateSeats.tsx';
import { OverrideGate } from './OverrideGate.tsx';
import { reasonOf } from './gate-why.ts';
import { checkInWords, factWords, listed } from './gate-words.ts';
import styles from './gates.module.css';

type GateInspectorProps = {
  gate: GateView;
  page: ReleasePage;
  onClose: () => void;
  /** Opens with the form for a decision, as a queue does. */
  decides?: boolean;
};

type Doing = 'nothing' | 'asking' | 'deciding' | 'overriding';

/** Everything about one gate: why it is here, who decides, on what, and what to do next. */
export function GateInspector({ gate, page, onClose, decides = false }: GateInspectorProps) {
  const [doing, setDoing] = useState<Doing>(decides ? 'deciding' : 'nothing');
  const isDecided = gate.check === 'decision';
  const isClosed = page.release.phase === 'closed';
  const asked = askedInWords(gate, page.names);
  const mayChange = page.editable && !isClosed && gate.keptAt === null;
  const mayOverride = mayChange && !isDecided && gate.status !== 'passed';
  const mayAct = isDecided && page.editable && !isClosed && doing === 'nothing';

  const stop = () => setDoing('nothing');
  return (
    <Inspector
      title={gate.name}
      note={whoDecides(gate, page)}
      onClose={onClose}
      actions={
        mayAct ? (
          <GateActions gate={gate} page={page} asked={asked} onDo={setDoing} />
        ) : mayOverride ? (
          <Button onClick={() => setDoing('overriding')}>Override…</Button>
        ) : undefined
      }
      actionsNote={
        mayAct
          ? actionsNote(gate, page)
          : mayOverride
            ? 'Asks for an exception; a second person grants it, and it expires.'
            : undefined
      }
    >
      {doing === 'asking' && <AskForm gate={gate} page={page} onDone={stop} />}
      {doing === 'deciding' && <DecisionForm gate={gate} page={page} onDone={stop} />}
      {doing === 'overriding' && <OverrideGate gate={gate} page={page} onClose={stop} />}
      {(doing === 'nothing' || doing === 'overriding') && (
        <>
          <GateFacts gate={gate} page={page} />
          {isDecided && <GateDue gate={gate} mayChange={mayChange} />}
          {isDecided && <ConsultationsPart gate={gate} page={page} mayChange={mayChange} />}
          <GateExceptions gate={gate} page={page} mayChange={mayChange} />
          <Brought gate={gate} page={page} mayChange={mayChange} />
          <GateTermsPart gate={gate} page={page} />
          <AttachedParts page={page} subject="gate" subjectId={gate.id} />
        </>
      )}
      {doing === 'deciding' && decides && <GateFacts gate={gate} page={page} />}
    </Inspector>
  );
}

type GateActionsProps = Pick<GateInspectorProps, 'gate' | 'page'> & {
  asked: string;
  onDo: (doing: Doing) => void;
};

/** Whoever can fill a seat decides; everybody else asks. That one stands first, and filled. */
function GateActions({ gate, page, asked, onDo }: GateActionsProps) {
  const { actingId, release } = page;
  const mayDecide =
    actingId !== release.requesterId && actingId !== null && seatsFor(gate, actingId).length > 0;
  const again = gate.status === 'out-of-date' || gate.request !== null ? ' again' : '';
  const filled = { variant: 'contained', color: 'primary' } as const;
  const ask = gate.status !== 'passed' && (
    <Button {...(mayDecide ? {} : filled)} onClick={() => onDo('asking')}>
      Ask {asked}
      {again}
    </Button>
  );
  const record = (
    <Button {...(mayDecide ? filled : {})} onClick={() => onDo('deciding')}>
      Record a decision…
    </Button>
  );
  return mayDecide ? (
    <>
      {record}
      {ask}
    </>
  ) : (
    <>
      {ask}
      {record}
    </>
  );
}

/** `Security lead: Iris Lindqvist or Samir Haddad`, or what an automated gate looks at. */
function whoDecides(gate: GateView, { names }: ReleasePage): string {
  const [seat] = gate.seats;
  if (seat === undefined || gate.seats.length > 1) return checkInWords(gate.check);
  const people = seat.personIds.map((id) => names.person(id)).join(' or ');
  if (people !== '') return `${seat.roleName}: ${people}`;
  const { personId } = seat;
  return `${seat.roleName}: ${personId === undefined ? 'nobody holds the role' : `${names.person(personId)}, who may not decide here`}`;
}

function actionsNote(gate: GateView, { actingId, release }: ReleasePage): string {
  if (actingId === release.requesterId) {
    return 'You asked for this release, so you cannot decide in it. You can record what others decided.';
  }
  const facts = listed(gate.facts.map((group) => factWords[group]));
  const binds = `A decision binds the ${facts} as they are then.`;
  const mayDecide = actingId !== null && seatsFor(gate, actingId).length > 0;
  const { go } = gate.consequences;
  return mayDecide && go !== undefined ? `${go} ${binds}` : binds;
}

type AskedProps = { request: NonNullable<GateView['request']>; page: ReleasePage };

function Asked({ request, page }: AskedProps) {
  const { byId, at, note, dueOn } = request;
  return (
    <p className={styles['standing']}>
      Asked by {page.names.person(byId)}, {whenText(at, page.zone, page.now)}
      {dueOn !== null && `, needed by ${dateText(dueOn, Number(page.now.slice(0, 4)))}`}
      {note !== '' && (
        <>
          : <q dir="auto">{note}</q>
        </>
      )}
    </p>
  );
}

/** One seat is told by the head of the inspector, or by the decision that fills it. */
function hasSeatsToTell({ seats }: GateView): boolean {
  return (
    seats.length > 1 ||
    seats.some(
      ({ personId, personIds, standIns, held }) =>
        personId !== undefined || personIds.length === 0 || standIns.length > 0 || held !== '',
    )
  );
}

/** What the gate rests on beside what was added to it, which is told where that stands, in full. */
function ownEvidence({ check, evidence }: GateView): GateView['evidence'] {
  if (check === 'decision' || summaryKindOf[check] !== undefined) return [];
  // Notes have a time of their own; the answers to lessons are as they are now.
  return check === 'lessons-heeded' ? evidence.filter(({ asOf }) => asOf === null) : evidence;
}

function GateFacts({ gate, page }: { gate: GateView; page: ReleasePage }) {
  // The evidence of a decided gate are its decisions, which have cards of their own.
  const evidence = ownEvidence(gate);
  const { rule, seen, reason } = reasonOf(gate.why);
  return (
    <>
      <InspectorPart title="Why is this gate here?">
        <p>{reason}</p>
        {rule !== '' && (
          <p className={styles['rule']}>
            {rule}; it saw {seen}.
          </p>
        )}
      </InspectorPart>
      <InspectorPart title="Where it stands">
        <p className={styles['standing']}>
          <HashText text={gate.summary} />
        </p>
        {gate.needs.length > 0 && (
          <ul className={styles['needs']}>
            {gate.needs.map((need) => (
              <li key={need}>
                <HashText text={need} />
              </li>
            ))}
          </ul>
        )}
        {gate.check === 'lessons-heeded' && (
          <p className={styles['standing']}>
            <a href={releaseHref(page.release.id, 'risks', 'lessons')}>Lessons of this release</a>
          </p>
        )}
        {gate.request !== null && <Asked request={gate.request} page={page} />}
      </InspectorPart>
      {hasSeatsToTell(gate) && <GateSeats gate={gate} page={page} />}
      <EarlierConditions gate={gate} page={page} />
      {gate.decisions.length > 0 && <GateDecisions gate={gate} page={page} />}
      {evidence.length > 0 && <GateEvidence gate={{ ...gate, evidence }} page={page} />}
    </>
  );
}
