import { expect } from 'vitest';
import type { AppProcess } from '../../support/app-process.ts';
import { livingRows } from '../../support/living-rows.ts';

export type Step = {
  by: 0 | 1;
  does:
    | 'item'
    | 'rename'
    | 'notes'
    | 'risk'
    | 'tick'
    | 'rollback'
    | 'undo'
    | 'redo'
    | 'settle'
    | 'decide'
    | 'withdraw'
    | 'advance'
    | 'hold'
    | 'resume'
    | 'postpone'
    | 'deploy'
    | 'incident'
    | 'close'
    | 'cancel'
    | 'kill';
  at: number;
};

/** A workspace somebody works on; `inForce` are the edits that stand, in the order they came to. */
export type World = {
  path: string;
  releaseId: string;
  app: AppProcess;
  start: () => Promise<AppProcess>;
  inForce: { by: 0 | 1; command: string }[];
  people: readonly [string, string];
  /** Who records what others decided, and leads the release through its life. */
  recorder: string;
};

/** Takes one step; what the rules refuse is no step, but must change nothing. */
export async function perform(world: World, { by, does, at }: Step, count: number): Promise<void> {
  const { app, releaseId, recorder } = world;
  const id = releaseId;
  const text = `Change ${count}`;
  switch (does) {
    case 'item':
      return edit(world, by, 'scope.add', { releaseId, title: text });
    case 'rename': {
      const items = await app.call('scope.list', { releaseId });
      const item = items[at % Math.max(1, items.length)];
      if (item !== undefined) await edit(world, by, 'scope.update', { id: item.id, title: text });
      return;
    }
    case 'notes':
      return edit(world, by, 'releases.update', { id, notes: text });
    case 'risk':
      return edit(world, by, 'risks.add', { releaseId, title: text, likelihood: 4, impact: 4 });
    case 'tick': {
      const items = await app.call('checklists.list', { releaseId });
      const item = items[at % Math.max(1, items.length)];
      const ticked = { id: item?.id, state: 'done', evidence: text };
      if (item !== undefined) await edit(world, by, 'checklists.setItem', ticked);
      return;
    }
    case 'rollback':
      return edit(world, by, 'rollback.save', { releaseId, steps: text });
    case 'incident': {
      const detectedAt = '2026-11-24T08:00:00.000Z';
      return edit(world, by, 'incidents.record', {
        releaseId,
        title: text,
        severity: 'low',
        detectedAt,
      });
    }
    case 'undo':
    case 'redo':
      return takeBack(world, by, does);
    case 'settle':
      return settle(world);
    case 'decide':
      return decide(world, at);
    case 'withdraw': {
      const given = (await app.call('gates.list', { releaseId })).flatMap(
        ({ decisions }) => decisions,
      );
      const decisionId = given[at % Math.max(1, given.length)]?.id;
      await app.ask('approvals.withdraw', { decisionId, reason: text }, recorder);
      return;
    }
    case 'advance':
      return advance(world);
    case 'hold':
    case 'cancel':
      await app.ask(`releases.${does}`, { id, reason: text }, recorder);
      return;
    case 'resume':
      await app.ask('releases.resume', { id }, recorder);
      return;
    case 'postpone': {
      const { startAt } = await app.call('releases.get', { id });
      if (startAt === null) return;
      const later = new Date(Date.parse(startAt) + 86_400_000).toISOString();
      await app.ask('releases.postpone', { id, startAt: later, reason: text }, recorder);
      return;
    }
    case 'deploy': {
      const [deployment] = (await app.call('releases.get', { id })).deployments;
      const times = {
        actualStartAt: '2026-11-24T08:00:00.000Z',
        actualEndAt: '2026-11-24T08:30:00.000Z',
      };
      // By the recorder, whose edits are not undone at the end.
      await app.ask(
        'deployments.record',
        { id: deployment?.id, ...times, result: 'succeeded' },
        recorder,
      );
      return;
    }
    case 'close':
      await app.ask('releases.close', { id, outcome: 'released' }, recorder);
      return;
    case 'kill':
      return killAndReopen(world);
  }
}

async function edit(
  world: World,
  by: 0 | 1,
  name:
    | 'scope.add'
    | 'scope.update'
    | 'releases.update'
    | 'risks.add'
    | 'checklists.setItem'
    | 'rollback.save'
    | 'incidents.record',
  input: object,
): Promise<void> {
  const as = world.people[by];
  if (!(await world.app.ask(name, input, as)).ok) return;
  const [newest] = (await world.app.call('edits.state', {}, as)).undo;
  if (newest === undefined) throw new Error(`${name} cannot be undone`);
  // An edit that says what is there already writes nothing, and leaves nothing to undo.
  if (world.inForce.some(({ command }) => command === newest.command)) return;
  world.inForce.push({ by, command: newest.command });
}

async function takeBack(world: World, by: 0 | 1, way: 'undo' | 'redo'): Promise<void> {
  const done = await world.app.ask(`edits.${way}`, {}, world.people[by]);
  if (!done.ok) return;
  const { command } = await commandOf(done.value);
  if (way === 'redo') world.inForce.push({ by, command });
  else world.inForce = world.inForce.filter((each) => each.command !== command);
}

async function commandOf(value: unknown): Promise<{ command: string }> {
  if (typeof value === 'object' && value !== null && 'command' in value) {
    return { command: String(value.command) };
  }
  throw new Error('undo and redo name the command they were about');
}

/** Ticks and decides what the phase at hand still asks for, as far as the rules let people. */
async function settle(world: World): Promise<void> {
  const { app, releaseId } = world;
  const { phase } = await app.call('releases.get', { id: releaseId });
  for (const item of await app.call('checklists.list', { releaseId })) {
    if (item.state === 'open') {
      await edit(world, 0, 'checklists.setItem', { id: item.id, state: 'done', evidence: 'seen' });
    }
  }
  const gates = await app.call('gates.list', { releaseId });
  for (const [index, gate] of gates.entries()) {
    if (gate.phase === phase && gate.status !== 'passed') await decide(world, index);
  }
}

async function decide({ app, releaseId, recorder }: World, at: number): Promise<void> {
  const gates = await app.call('gates.list', { releaseId });
  const gate = gates[at % Math.max(1, gates.length)];
  if (gate?.check !== 'decision') return;
  for (const { key: placeKey, personIds } of gate.seats) {
    const decidedById = personIds.find((person) => person !== recorder);
    const go = { gateId: gate.id, outcome: 'go', placeKey, decidedById, channel: 'meeting' };
    await app.ask('approvals.decide', go, recorder);
  }
}

/** Goes on exactly where no gate of the phase is open and nothing else is in the way. */
async function advance({ app, releaseId, recorder }: World): Promise<void> {
  const before = await app.call('releases.get', { id: releaseId });
  const open = (await app.call('gates.list', { releaseId })).filter(
    ({ phase, status }) => phase === before.phase && !['passed', 'not-applicable'].includes(status),
  );
  const gone = await app.ask('releases.advance', { id: releaseId }, recorder);
  const isFree = open.length === 0 && !before.onHold;
  const isLast = before.phase === 'post-release' || before.phase === 'closed';
  expect({ phase: before.phase, ok: gone.ok }).toEqual({
    phase: before.phase,
    ok: isFree && !isLast,
  });
}

/** Everything that was answered is there again, and nothing else. */
async function killAndReopen(world: World): Promise<void> {
  const before = livingRows(world.path);
  await world.app.kill();
  world.app = await world.start();
  expect(livingRows(world.path)).toEqual(before);
}
