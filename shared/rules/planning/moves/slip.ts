import type { MoveCause } from '#shared/model/planning/moves.ts';
import { holdsOf, latestOf } from './slip-holds.ts';
import type { Hold } from './slip-holds.ts';
import { descendantsOf, orderNetwork } from './slip-network.ts';
import type { OrderedNetwork, SlipNetwork, SlipRelease } from './slip-network.ts';
import {
  firstBegun,
  refuseBehind,
  refuseEarly,
  refuseOutOfReach,
  requireLead,
} from './slip-refusals.ts';
import { finishOf, fixedBy, leadOf, noStep, startsBy, stepNotBefore, stepTo } from './slip-span.ts';
import type { Step } from './slip-span.ts';
import { dateIn, daysBetween, formatWhen } from '../zoned-time.ts';

export type SlippedRelease = {
  id: string;
  cause: MoveCause;
  /** Why it moves, as a sentence. */
  why: string;
  /** Null where no deployment is planned, so that its dates alone move. */
  fromAt: string | null;
  toAt: string | null;
  zone: string;
  /** By which everything with a time of day moves. */
  step: Step;
  /** Calendar days by which dates without a time move. */
  days: number;
  /** New starts by deployment. */
  starts: ReadonlyMap<string, string>;
};

/** A release that is tied to one that moves, and why it stays. */
export type StayingRelease = { id: string; why: string };

/** Each in an order that does not hang on that of the rows: what is waited for comes first. */
export type Slip = { moved: SlippedRelease[]; stays: StayingRelease[] };

type Placed = { step: Step; days: number; finishAt: string | null };

/**
 * Where everything comes to lie when a release starts at another time: its children go by the same
 * step, and what waits for one of them only as far as it must. What is over or has begun stays; a
 * move is refused that would put something behind what began and waited for it, or the chosen
 * release before what it waits for itself.
 */
export function slip(
  network: SlipNetwork,
  chosen: { id: string; startAt: string },
  now: string,
): Slip {
  const ordered = orderNetwork(network);
  const release = ordered.byId.get(chosen.id);
  if (release === undefined) throw new Error(`The release ${chosen.id} is not in its own network`);
  const lead = requireLead(release, chosen.startAt, now);
  const own: Placed = {
    step: stepTo(lead, chosen.startAt),
    days: daysBetween(dateIn(lead.startAt, lead.zone), dateIn(chosen.startAt, lead.zone)),
    finishAt: null,
  };
  const below = new Set(descendantsOf(chosen.id, network.releases));
  const placed = new Map<string, Placed>();
  const result: Slip = { moved: [], stays: [] };
  const finishOfMoved = (id: string) => placed.get(id)?.finishAt;

  for (const each of ordered.order) {
    const holds = holdsOf(each, network, ordered, finishOfMoved, now);
    const along = below.has(each.id) ? own : placed.get(ordered.follows(each.id) ?? '');
    const about = { release: each, holds, network, ordered, now };
    const went =
      each.id === chosen.id
        ? goChosen(about, own)
        : along !== undefined
          ? goAlong(about, along)
          : goBehind(about);
    if (went === null) continue;
    if ('stays' in went) result.stays.push({ id: each.id, why: went.stays });
    else {
      const { step, days, finishAt, ...moved } = went;
      placed.set(each.id, { step, days, finishAt });
      result.moved.push({ id: each.id, step, days, ...moved });
    }
  }
  return result;
}

type About = {
  release: SlipRelease;
  holds: readonly Hold[];
  network: SlipNetwork;
  ordered: OrderedNetwork;
  now: string;
};
type Went = (Placed & Omit<SlippedRelease, 'id' | 'days' | 'step'>) | { stays: string } | null;

function goChosen({ release, holds, now }: About, { step }: Placed): Went {
  const lead = leadOf(release);
  if (lead === null) return null;
  const starts = startsBy(release, step);
  refuseEarly(release, holds, starts.get(lead.id) ?? lead.startAt);
  return moveBy(release, step, { cause: 'chosen', why: 'This start was chosen.' }, now);
}

/** With its parent by the same step, and further where it waits for something. */
function goAlong(about: About, { step, days }: Placed): Went {
  const { release, holds, network, ordered, now } = about;
  const parent = ordered.byId.get(release.parentId ?? '')?.name ?? 'its parent';
  const fixed = stayOf(about);
  if (fixed !== null) return { stays: fixed };
  const lead = leadOf(release);
  const along = `It is part of ${parent} and moves by the same step`;
  if (lead === null) {
    const at = { fromAt: null, toAt: null, zone: network.zone, starts: new Map<string, string>() };
    return { ...at, step, days, finishAt: null, cause: 'child', why: `${along}.` };
  }
  const hold = latestOf(holds);
  const wanted =
    hold === null ? step : stepNotBefore(lead, step, hold.earliest, network.workingDays);
  const why =
    hold === null || wanted === step
      ? `${along}.`
      : `It is part of ${parent}, and waits for ${hold.what}.`;
  return moveBy(release, wanted, { cause: 'child', why }, now);
}

/** Behind what it waits for, where that moved; nothing to say where none of it did. */
function goBehind(about: About): Went {
  const { release, holds, network, now } = about;
  if (!holds.some(({ moves }) => moves)) return null;
  const fixed = stayOf(about);
  if (fixed !== null) return { stays: fixed };
  const lead = leadOf(release);
  if (lead === null) return null;
  const moving = latestOf(holds.filter(({ moves }) => moves));
  const hold = latestOf(holds);
  if (moving === null || hold === null) return null;
  if (moving.earliest <= lead.startAt) {
    const at = formatWhen(lead.startAt, network.zone, now);
    return { stays: `It waits for ${moving.what}, and starts ${at}, so it can stay.` };
  }
  const step = stepNotBefore(lead, noStep, hold.earliest, network.workingDays);
  const why = `It waits for ${hold.what}.`;
  return moveBy(release, step, { cause: 'successor', why }, now);
}

/** Why a release stays whatever moves; null for one that can be moved. */
function stayOf({ release, holds, network, now }: About): string | null {
  const fixed = fixedBy(release);
  if (fixed === 'closed') return 'It is closed, so it stays as it was.';
  const begun = firstBegun(release);
  if (fixed !== 'begun' || begun === null) return null;
  refuseBehind(release, holds, network.zone, now);
  return `It began ${formatWhen(begun.at, network.zone, now)}, so it stays where it was.`;
}

function moveBy(
  release: SlipRelease,
  step: Step,
  said: Pick<SlippedRelease, 'cause' | 'why'>,
  now: string,
): Went {
  const lead = leadOf(release);
  if (lead === null) return null;
  const starts = startsBy(release, step);
  const toAt = starts.get(lead.id) ?? lead.startAt;
  refuseOutOfReach(release, starts, now);
  if (Date.parse(toAt) === Date.parse(lead.startAt)) {
    return { stays: `${said.why.slice(0, -1)}, which leaves it where it is.` };
  }
  return {
    ...said,
    ...{ step, starts, toAt, fromAt: lead.startAt, zone: lead.zone },
    days: daysBetween(dateIn(lead.startAt, lead.zone), dateIn(toAt, lead.zone)),
    finishAt: finishOf(release, starts),
  };
}
