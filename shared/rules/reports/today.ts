import type { Incident } from '#shared/model/delivery/incidents.ts';
import type { Decision, GateView } from '#shared/model/governance/gates.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import type { WaitingItem } from '#shared/model/reports/today.ts';
import { waitingInPlan } from './waiting-plan.ts';
import type { PlannedRelease } from './waiting-plan.ts';
import { asksOf, dueOf } from '../governance/queue.ts';
import { capitalised } from '../governance/gate-outcome.ts';
import { daysBetween, dateIn, formatAge, formatDate, formatWhen } from '../planning/zoned-time.ts';

export type TodayRelease = PlannedRelease & {
  requesterId: string;
  phase: Phase;
  gates: readonly GateView[];
  deployments: readonly {
    id: string;
    environment: string;
    /** When it should be over, planned start and length. */
    endAt: string;
    zone: string;
    result: string | null;
  }[];
  incidents: readonly Incident[];
};

type Context = { personId: string; names: ReadonlyMap<string, string>; now: string; zone: string };

/**
 * What waits for one person over all open releases: decisions asked of them, their own decisions for
 * earlier facts, conditions they owe, and of the releases they own or asked for what somebody else
 * must be asked again, what was deployed without a result, and incidents; then their late tasks and
 * dependencies that are not met. What is late comes first, then in the order of the releases given.
 */
export function waitingFor(releases: readonly TodayRelease[], context: Context): WaitingItem[] {
  const all = releases.flatMap((release) => [
    ...release.gates.flatMap((gate) => ofGate(gate, release, context)),
    ...ofRelease(release, context),
    ...waitingInPlan(release, context),
  ]);
  return all.toSorted((a, b) => Number(b.late) - Number(a.late));
}

function ofGate(gate: GateView, release: TodayRelease, context: Context): WaitingItem[] {
  const items: WaitingItem[] = [];
  const about = { releaseId: release.id, release: release.name, gateId: gate.id, due: null };
  if (gate.keptAt !== null || gate.check !== 'decision') return [];
  const [ask] = asksOf(gate, release.phase, context.personId).filter(
    ({ kind, seat }) => kind !== 'decide-again' || !isOwn(seat, gate, context),
  );
  if (ask !== undefined) {
    items.push({
      ...{ ...about, key: `decide ${gate.id}`, kind: 'decide', ...dueInWords(gate, context) },
      what: `Decide: ${release.name}, ${gate.name}`,
      why: `${ask.forReason === '' ? '' : `${capitalised(ask.forReason)}. `}${askedBy(gate, context)}`,
    });
  }
  const word = gate.consulted.silent.find(({ personId }) => personId === context.personId);
  if (word !== undefined && gate.status !== 'passed' && gate.status !== 'not-applicable') {
    items.push({
      ...{
        ...about,
        key: `consult ${gate.id}`,
        kind: 'consult',
        ...untilInWords(word.dueOn, context),
      },
      what: `Say a word: ${release.name}, ${gate.name}`,
      why: `You are consulted before it is decided, asked ${formatWhen(word.askedAt, context.zone, context.now)}`,
    });
  }
  for (const decision of standing(gate)) {
    if (decision.current) {
      items.push(...conditions(decision, gate, release, context));
      continue;
    }
    const since = `given ${formatWhen(decision.decidedAt, context.zone, context.now)}, before ${changed(decision)}`;
    if (decision.decidedById === context.personId) {
      items.push({
        ...{ ...about, key: `again ${decision.id}`, kind: 'decide-again' },
        ...dueInWords(gate, context),
        what: `Decide again: ${release.name}, ${gate.name}`,
        why: `Your decision was ${since}`,
      });
    } else if (isTheirs(release, context)) {
      const who = context.names.get(decision.decidedById) ?? 'somebody who left';
      items.push({
        ...{ ...about, key: `ask ${decision.id}`, kind: 'ask-again', late: false },
        what: `${release.name}: ${gate.name} was given for earlier facts`,
        why: `${who} decides; it was ${since}`,
      });
    }
  }
  return items;
}

/** A decision of one's own for earlier facts has an item of its own. */
function isOwn(
  { decisionId }: GateView['seats'][number],
  { decisions }: GateView,
  { personId }: Context,
): boolean {
  return decisions.find(({ id }) => id === decisionId)?.decidedById === personId;
}

/** By when it was asked for; `due Thu 26 Nov`, `2 d late`. */
function dueInWords(gate: GateView, context: Context): Pick<WaitingItem, 'due' | 'late'> {
  return untilInWords(dueOf(gate), context);
}

function untilInWords(
  dueOn: string | null,
  { now, zone }: Context,
): Pick<WaitingItem, 'due' | 'late'> {
  if (dueOn === null) return { due: null, late: false };
  const today = dateIn(now, zone);
  const daysLate = daysBetween(dueOn, today);
  return daysLate > 0
    ? { due: `${daysLate} d late`, late: true }
    : { due: `due ${formatDate(dueOn, today)}`, late: false };
}

/** The last decision of each place that was not withdrawn. */
function standing({ decisions }: GateView): Decision[] {
  const last = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.withdrawn === null) last.set(decision.placeKey, decision);
  }
  return [...last.values()];
}

function conditions(
  decision: Decision,
  gate: GateView,
  release: TodayRelease,
  { personId, now, zone }: Context,
): WaitingItem[] {
  const today = dateIn(now, zone);
  return decision.conditions
    .filter(({ ownerId, metAt }) => ownerId === personId && metAt === null)
    .map(({ id, text, dueOn }) => {
      const daysLate = daysBetween(dueOn, today);
      return {
        ...{ key: `condition ${id}`, kind: 'condition', gateId: gate.id },
        ...{ releaseId: release.id, release: release.name },
        what: text,
        why: `Condition of ${gate.name}, ${release.name}`,
        due: daysLate > 0 ? `${daysLate} d late` : `due ${formatDate(dueOn, today)}`,
        late: daysLate > 0,
      } as const;
    });
}

function ofRelease(release: TodayRelease, context: Context): WaitingItem[] {
  if (!isTheirs(release, context)) return [];
  const { now } = context;
  const about = { releaseId: release.id, release: release.name, gateId: null } as const;
  const unrecorded = release.deployments
    .filter(({ endAt, result }) => result === null && endAt < now)
    .map(({ id, environment, endAt, zone }) => ({
      ...{ ...about, key: `record ${id}`, kind: 'record', late: true },
      what: `Record how ${release.name} went on ${environment}`,
      why: `It should have been over ${formatWhen(endAt, zone, now)}`,
      due: `${formatAge(endAt, now)} ago`,
    })) satisfies WaitingItem[];
  const open = release.incidents
    .filter(({ resolvedAt }) => resolvedAt === null)
    .map(({ id, title, detectedAt, severity }) => ({
      ...{ ...about, key: `incident ${id}`, kind: 'incident' },
      what: `${title}, after ${release.name}`,
      why: `Incident, ${severity}; detected ${formatWhen(detectedAt, context.zone, now)}`,
      due: `open ${formatAge(detectedAt, now)}`,
      late: severity === 'critical',
    })) satisfies WaitingItem[];
  return [...open, ...unrecorded];
}

function isTheirs({ ownerId, requesterId }: TodayRelease, { personId }: Context): boolean {
  return personId === ownerId || personId === requesterId;
}

function askedBy({ request, phase }: GateView, { names, zone, now }: Context): string {
  if (request === null) return `It is in the way of ${phase}; nobody has asked yet`;
  const who = names.get(request.byId) ?? 'somebody who left';
  const note = request.note.trim() === '' ? '' : `: “${request.note.trim()}”`;
  return `Asked by ${who}, ${formatWhen(request.at, zone, now)}${note}`;
}

function changed({ differences }: Decision): string {
  const [first] = differences;
  if (first === undefined) return 'its facts changed';
  const more = differences.length === 1 ? '' : ` and ${differences.length - 1} more`;
  return `${first.what} changed${more}`;
}
