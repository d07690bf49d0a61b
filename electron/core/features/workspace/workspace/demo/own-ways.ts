import type { TemplateGate } from '#shared/model/planning/templates.ts';
import { bringEvidence } from './bring-evidence.ts';
import { at, workday } from './days.ts';
import { idOf } from './found-workspace.ts';
import { enterControls, proveControls } from './keep-controls.ts';
import type { Performance } from './perform.ts';
import type { Story } from './story.ts';

/** What a workspace makes its own: teams, a template that grew, and a way back that was tried. */
export function ownWays(
  performance: Performance,
  upcoming: readonly Story[],
): { at: number; run(): Promise<void> }[] {
  const { date, sample } = performance;
  const { zone } = sample.workspace;
  const on = (days: number, time: string) => at(workday(date, days), time, zone);
  return [
    { at: on(-60, '10:05'), run: () => formTeams(performance) },
    { at: on(-58, '09:15'), run: () => nameAuthority(performance) },
    { at: on(-57, '14:30'), run: () => enterControls(performance) },
    { at: on(-45, '11:20'), run: () => moveLedgerBuild(performance) },
    { at: on(-30, '16:20'), run: () => saveTemplate(performance) },
    { at: on(-9, '11:40'), run: () => growTemplate(performance) },
    { at: on(-1, '16:45'), run: () => bringEvidence(performance, upcoming) },
    { at: on(-1, '16:55'), run: () => proveControls(performance, upcoming) },
    { at: on(-1, '17:10'), run: () => tryWayBack(performance, upcoming) },
  ];
}

const template = 'Payments release';

async function formTeams({ stage, known }: Performance): Promise<void> {
  const mara = idOf(known.people, 'mara');
  const team = async (name: string, members: readonly string[], services: readonly string[]) => {
    const memberIds = members.map((key) => idOf(known.people, key));
    const { id: teamId } = await stage.call('teams.save', { name, memberIds }, mara);
    const list = await stage.call('services.list', {}, mara);
    for (const key of services) {
      const found = list.find(({ id }) => id === idOf(known.services, key));
      if (found === undefined) throw new Error(`The demo has no service ${key}`);
      const { rev: _rev, ...service } = found;
      await stage.call('services.save', { ...service, teamId }, mara);
    }
  };
  await team('Money movement', ['jon', 'ana', 'yael'], ['payments', 'ledger']);
  await team('Storefront', ['priya', 'tomas'], ['checkout']);
}

/** The ledger is to be built elsewhere; nobody has said yet by which workflow. */
async function moveLedgerBuild({ stage, known }: Performance): Promise<void> {
  const mara = idOf(known.people, 'mara');
  const id = idOf(known.connections, 'payments');
  const found = (await stage.call('connections.list', {}, mara)).find((each) => each.id === id);
  if (found === undefined) throw new Error('The demo has no connection of payments');
  const { name, baseUrl, repository, workflows } = found;
  const ledger = idOf(known.services, 'ledger');
  const mapped = workflows.map((workflow) =>
    workflow.serviceId === ledger ? { ...workflow, required: false } : workflow,
  );
  const input = { id, name, baseUrl, repository, workflows: mapped };
  await stage.call('connections.save', input, mara);
}

/** Who may overrule a no-go is said before there is one. */
async function nameAuthority({ stage, known }: Performance): Promise<void> {
  const overrulePersonId = idOf(known.people, 'priya');
  await stage.call('approvals.setRules', { overrulePersonId }, idOf(known.people, 'mara'));
}

/** From the newest minor release there is by then. */
async function saveTemplate({ stage, known, releases }: Performance): Promise<void> {
  const mara = idOf(known.people, 'mara');
  const [, fromReleaseId] = [...releases].findLast(([{ type }]) => type === 'minor') ?? [];
  if (fromReleaseId === undefined) throw new Error('The demo has no minor release by then');
  const about =
    'For whatever moves money: a minor release with what the audit of spring asked for.';
  await stage.call('templates.save', { fromReleaseId, name: template, about }, mara);
}

async function growTemplate({ stage, known }: Performance): Promise<void> {
  const mara = idOf(known.people, 'mara');
  const list = await stage.call('templates.list', {}, mara);
  const id = list.find(({ own, name }) => own !== null && name === template)?.own?.id;
  if (id === undefined) throw new Error(`The demo has no template ${template}`);
  const { rev, name, about, content } = await stage.call('templates.get', { id }, mara);
  const asked: TemplateGate = {
    key: 'rollback-rehearsed',
    name: 'Rollback rehearsed',
    phase: 'readiness',
    check: 'rollback-rehearsed',
    places: [],
    why: 'A way back that nobody has tried is a guess, and here it would be a guess with money.',
  };
  const item = { phase: 'readiness', text: 'Finance knows the hour and who to call.' } as const;
  const grown = {
    ...content,
    gates: [...content.gates.filter(({ key }) => key !== asked.key), asked],
    checklist: [...content.checklist, item],
  };
  const note = 'After the ledger incident: the way back is rehearsed, and finance is told.';
  await stage.call('templates.save', { id, rev, name, about, content: grown, note }, mara);
}

/** The first release ahead whose plan tells of a rehearsal gets it as a record of its own. */
async function tryWayBack(
  { stage, known, releases }: Performance,
  upcoming: readonly Story[],
): Promise<void> {
  const tomas = idOf(known.people, 'tomas');
  for (const story of upcoming) {
    const releaseId = releases.get(story);
    if (releaseId === undefined) continue;
    const plan = await stage.call('rollback.get', { releaseId }, tomas);
    const { rehearsedOn, durationMinutes } = plan;
    if (rehearsedOn === null || durationMinutes === null) continue;
    const took = { result: 'passed', durationMinutes: durationMinutes - 2 } as const;
    await stage.call(
      'rollback.rehearse',
      { releaseId, kind: 'rollback', rehearsedOn, ...took, note: plan.rehearsalResult },
      tomas,
    );
    const test = { kind: 'disaster-recovery', result: 'partly', durationMinutes: 95 } as const;
    const note = 'Restored in the other region; the report database had to be copied by hand.';
    await stage.call('rollback.rehearse', { releaseId, ...test, rehearsedOn, note }, tomas);
    const alternatives = [
      {
        kind: 'switch-off',
        how: 'Turn the new path off for all merchants: two minutes, no data lost. Better as long as only the new path fails.',
      },
      {
        kind: 'roll-forward',
        how: 'A fix through the hotfix line takes about 50 minutes. Better once new entries are in the ledger.',
      },
    ] as const;
    await stage.call('rollback.save', { releaseId, alternatives: [...alternatives] }, tomas);
    return;
  }
}
