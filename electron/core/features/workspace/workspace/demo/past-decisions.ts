import type { DecisionChannel } from '#shared/model/governance/gates.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import type { Happening } from './happenings.ts';
import type { PastRelease, Sample } from './sample.ts';
import type { Chance } from './seeded-chance.ts';

type Twist = PastRelease['story'][number];
export type Act = { as: string; happening: Happening };

/** A gate people decide at, with the role of each seat, which is its key too. */
export type DecidedGate = { key: string; phase: Phase; roles: readonly string[] };

export type DecisionPlot = {
  gates: readonly DecidedGate[];
  story: readonly Twist[];
  /** The person by the role they decide in. */
  holders: ReadonlyMap<string, string>;
  /** Writes down what was said in meetings. */
  recorder: string;
  /** The scope item that is dropped when a decision asks for a change. */
  dropped: string;
  words: Sample['words'];
  chance: Chance;
};

/**
 * The decisions of a release in the order they were given. What changes the facts comes first: every
 * decision given before it would be one for earlier facts. A no-go that stands ends the release.
 */
export function decisionActs(plot: DecisionPlot): Act[] {
  const decided = plot.gates;
  const changing = plot.story.filter((twist) => twist.then === 'change');
  const acts = changing.flatMap((twist) => twistActs(twist, decided, plot));
  for (const gate of decided) {
    const twists = plot.story.filter((each) => each.gate === gate.key && each.then !== 'change');
    acts.push(...twists.flatMap((twist) => twistActs(twist, decided, plot)));
    if (twists.some((twist) => twist.then === 'stands')) return acts;
    const last = twists.find((twist) => twist.then === undefined);
    acts.push(...placeActs(gate, plot, last !== undefined));
  }
  return acts;
}

function twistActs(twist: Twist, gates: readonly DecidedGate[], plot: DecisionPlot): Act[] {
  const gate = gates.find(({ key }) => key === twist.gate);
  const place = gate?.roles[0];
  if (gate === undefined || place === undefined) {
    throw new Error(`resources/sample/past.json decides at ${twist.gate}, which is no gate there`);
  }
  const by = holderOf(place, plot);
  const { outcome, comment, condition } = twist;
  const decide = { do: 'decide', gate: gate.key, place, channel: 'self' } as const;
  const acts: Act[] = [
    {
      as: by,
      happening: {
        ...decide,
        outcome,
        comment,
        condition:
          condition === undefined
            ? undefined
            : { text: condition.text, owner: condition.owner, dueInDays: condition.dueInDays },
      },
    },
  ];
  if (condition?.met === true) {
    acts.push({ as: condition.owner, happening: { do: 'meet', gate: gate.key } });
  }
  if (twist.then === 'withdraw') {
    const reason = twist.reason ?? 'Settled.';
    acts.push({ as: by, happening: { do: 'withdraw', gate: gate.key, reason } });
  }
  if (twist.then === 'change') {
    acts.push({
      as: plot.recorder,
      happening: { do: 'drop-scope', title: plot.dropped, reason: comment },
    });
  }
  return acts;
}

/** A go in each place of the gate, but the first when a twist has filled it already. */
function placeActs(gate: DecidedGate, plot: DecisionPlot, firstFilled: boolean): Act[] {
  return gate.roles.slice(firstFilled ? 1 : 0).map((place) => {
    const by = holderOf(place, plot);
    const channel = channelOf(gate.key, plot.chance);
    const comment = plot.chance.pick(plot.words.comments[gate.key] ?? ['Go.']);
    return {
      as: channel === 'self' ? by : plot.recorder,
      happening: {
        do: 'decide',
        gate: gate.key,
        place,
        by,
        channel,
        outcome: 'go',
        comment,
      },
    };
  });
}

function channelOf(gateKey: string, chance: Chance): DecisionChannel {
  if (gateKey === 'cab-decision' || gateKey === 'ecab-decision') return 'meeting';
  if (chance.happens(0.2)) return 'meeting';
  return chance.happens(0.08) ? 'e-mail' : 'self';
}

function holderOf(roleKey: string, { holders }: DecisionPlot): string {
  const holder = holders.get(roleKey);
  if (holder === undefined) throw new Error(`Nobody in resources/sample holds ${roleKey}`);
  return holder;
}
