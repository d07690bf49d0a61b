// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace, paymentsCommit } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

const at = '2026-11-24T12:00:00.000Z';

async function dossierOf(test: TestApp, releaseId: string): Promise<Document> {
  const { text } = await test.call('reports.dossier', { releaseId, at });
  return new DOMParser().parseFromString(text, 'text/html');
}

/** What a section says, its blanks made one. */
function sectionText(page: Document, id: string): string {
  return (page.getElementById(id)?.textContent ?? '').replace(/\s+/g, ' ');
}

describe('reports.dossier', () => {
  it('shows the plan, the scope, the risks and how to go back', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id: releaseId } = await aRelease(test, cast);
    const as = cast.mara.id;
    await test.call('scope.add', { releaseId, title: 'Card aliases', ticket: 'PAY-914' }, as);
    const risk = { releaseId, title: 'Slow copy', likelihood: 3, impact: 4, mitigation: 'Ahead' };
    await test.call('risks.add', risk, as);
    await test.call('rollback.save', { releaseId, steps: 'Stop\nSwitch back' }, as);
    const page = await dossierOf(test, releaseId);
    expect(page.querySelector('h1')?.textContent).toBe('Payments 4.2');
    expect(sectionText(page, 'plan')).toContain('payments-api 4.2.0');
    expect(sectionText(page, 'plan')).toContain('Tue 1 Dec 2026 22:00 London');
    expect(sectionText(page, 'scope')).toContain('PAY-914 Feature Card aliases');
    expect(sectionText(page, 'risks')).toContain('likelihood 3 × impact 4 = 12, high from 10');
    const steps = [...page.querySelectorAll('#rollback ol li')].map((step) => step.textContent);
    expect(steps).toEqual(['Stop', 'Switch back']);
  });

  it('says who else can fill a seat, for whom and why', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id: releaseId } = await aRelease(test, cast);
    const away = { firstOn: '2026-11-23', lastOn: '2026-11-27', deputyId: cast.tomas.id };
    await test.call('absences.save', { personId: cast.ana.id, ...away }, cast.mara.id);
    const gates = sectionText(await dossierOf(test, releaseId), 'gates');
    expect(gates).toMatch(/QA lead Ana Duarte ?or Tomás Rey for Ana Duarte: Ana Duarte is away/);
  });

  it('shows exceptions with who asked and granted, parts, lags and the drift from the baseline', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id: releaseId } = await aRelease(test, cast);
    const [mara, jon] = [cast.mara.id, cast.jon.id];
    const { id } = await test.call(
      'exceptions.request',
      {
        ...{ releaseId, rule: 'soft-freeze', expiresAt: '2026-12-02T22:00:00.000Z' },
        ...{ rationale: 'The <b>regulator</b> asks', impact: 'Two hours without reports' },
      },
      mara,
    );
    await test.call('exceptions.decide', { id, granted: true, note: 'Once' }, jon);
    const parent = await aRelease(test, cast, { name: 'Winter', deployments: [] });
    await test.call('releases.setParent', { id: releaseId, parentId: parent.id }, mara);
    await test.call(
      'dependencies.add',
      { releaseId, targetReleaseId: parent.id, lagDays: 2 },
      mara,
    );
    await test.call('baselines.set', { releaseId }, mara);
    await test.call('releases.reschedule', { id: releaseId, byDays: 1 }, mara);
    const page = await dossierOf(test, releaseId);
    const exceptions = sectionText(page, 'exceptions');
    expect(exceptions).toContain('Soft freeze The <b>regulator</b> asks');
    expect(exceptions).toContain('What may come of it: Two hours without reports');
    expect(exceptions).toMatch(/Mara Okafor .* Jon Bell granted .* Once Wed 2 Dec 22:00 In force/);
    expect(sectionText(page, 'parts')).toContain('Part of Winter (R-2).');
    expect(sectionText(await dossierOf(test, parent.id), 'parts')).toContain('Payments 4.2R-1');
    expect(sectionText(page, 'dependencies')).toContain('Lag: 2 working days.');
    expect(sectionText(page, 'drift')).toMatch(/Start Tue 1 Dec .* Wed 2 Dec .* 1 day later/);
    test.setNow('2026-12-02T22:00:00.000Z');
    const { text } = await test.call('reports.dossier', {
      ...{ releaseId, at: '2026-12-03T09:00:00.000Z' },
    });
    expect(text).toContain('Expired');
  });

  it('shows what each scope item weighs, how far it is and whose it is, and what was dropped and why', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id: releaseId } = await aRelease(test, cast);
    const add = (title: string, ticket: string) =>
      test.call('scope.add', { releaseId, title, ticket }, cast.mara.id);
    const [card, refund] = [await add('Card aliases', 'PAY-914'), await add('Refunds', 'PAY-9')];
    const known = { priority: 'must', status: 'in-progress', ownerId: cast.jon.id } as const;
    await test.call('scope.update', { id: card.id, ...known, ideaAt: '2026-10-05' }, cast.mara.id);
    await test.call('scope.drop', { id: refund.id, reason: 'No <b>budget</b>' }, cast.mara.id);
    await test.call('scope.reorder', { id: refund.id, afterId: null }, cast.mara.id);
    const page = await dossierOf(test, releaseId);
    const scope = sectionText(page, 'scope');
    expect(scope).toContain('Scope 1 item');
    expect(scope).toContain('Card aliases Idea of Mon 5 Oct Must In progress Jon Bell');
    expect(scope).toContain('Dropped');
    expect(scope).toContain('PAY-9 Feature Refunds No <b>budget</b>');
    expect(sectionText(page, 'history')).toContain('Scope item Refunds put elsewhere in the order');
  });

  it('shows each decision with who gave it, who recorded it and what has changed since', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id: releaseId } = await aRelease(test, cast);
    const gates = await test.call('gates.list', { releaseId });
    const gateId = gates.find(({ key }) => key === 'peer-review')?.id ?? '';
    const meeting = { channel: 'meeting', decidedById: cast.jon.id } as const;
    const condition = { text: 'Name a deputy', ownerId: cast.ana.id, dueOn: '2026-11-24' };
    await test.call(
      'approvals.decide',
      { gateId, outcome: 'conditional-go', conditions: [condition], comment: 'Fine', ...meeting },
      cast.mara.id,
    );
    await test.call('scope.add', { releaseId, title: 'One more', ticket: 'PAY-1' }, cast.jon.id);
    const text = sectionText(await dossierOf(test, releaseId), 'decisions');
    expect(text).toContain('Conditional go Jon Bell For earlier facts');
    expect(text).toContain('given in a meeting, Tue 24 Nov 2026 09:20 London');
    expect(text).toContain('recorded by Mara Okafor');
    expect(text).toContain('Name a deputy: Ana Duarte, due Tue 24 Nov. Open');
    expect(text).toContain('Scope: PAY-1 One more feature, PAY-1');
  });

  it('shows the history with the head of the journal', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id: releaseId } = await aRelease(test, cast);
    await test.call('releases.update', { id: releaseId, name: 'Payments 4.2.0' }, cast.jon.id);
    const { head } = await test.call('workspace.verify', {});
    const text = sectionText(await dossierOf(test, releaseId), 'history');
    expect(text).toContain(`The newest entry is ${head}`);
    expect(text).toContain('Jon Bell Release Payments 4.2.0 name: Payments 4.2 → Payments 4.2.0');
  });

  it('gives the same bytes for the same time, and their SHA-256', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id: releaseId } = await aRelease(test, cast);
    const first = await test.call('reports.dossier', { releaseId, at });
    test.advance(3_600_000);
    const second = await test.call('reports.dossier', { releaseId, at });
    expect(second).toEqual(first);
    expect(first.sha256).toBe(createHash('sha256').update(first.text, 'utf8').digest('hex'));
    expect(first).toMatchObject({ fileName: 'Payments 4.2 dossier.html', mediaType: 'text/html' });
    const now = await test.call('reports.dossier', { releaseId });
    expect(now.text).not.toBe(first.text);
  });

  it('changes nothing in the workspace: neither its journal nor a byte of its file', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { id: releaseId } = await aRelease(test, cast);
    const path = join(test.folder, 'Payments.slipway');
    await test.call('workspace.close', {});
    const before = readFileSync(path);
    await test.call('workspace.open', { path });
    const { head } = await test.call('workspace.verify', {});
    await test.call('reports.dossier', { releaseId });
    await test.call('calendar.exportIcs', {});
    expect((await test.call('workspace.verify', {})).head).toBe(head);
    await test.call('workspace.close', {});
    // The header counts openings; everything behind it is as it was.
    expect(readFileSync(path).subarray(100).equals(before.subarray(100))).toBe(true);
  });

  it('refuses a release that is not in the workspace', async () => {
    const test = startTestApp();
    await buildWorkspace(test);
    const releaseId = '0190a0a0-0000-7000-8000-0000000000ff';
    const error = await test.refused('reports.dossier', { releaseId });
    expect(error.code).toBe('not_found');
  });
});

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">'\`&lt;</style></title>`;
const hostileLine = `${hostile}\u202e{{x}}`;

/** A release with the hostile text wherever somebody, or a provider, can put text. */
async function hostileRelease(test: TestApp, cast: Cast): Promise<string> {
  const as = cast.mara.id;
  const name = hostileLine;
  await test.call('people.save', { id: cast.mara.id, name, roles: cast.mara.roles }, as);
  await test.call('services.save', { ...own(cast.payments), name }, as);
  await test.call('environments.save', { id: cast.production.id, name, kind: 'production' }, as);
  const { id: releaseId, deployments } = await aRelease(test, cast, { name, notes: hostile });
  const [deployment] = deployments;
  await test.call(
    'releases.update',
    {
      id: releaseId,
      changeNumber: hostile.slice(0, 60),
      components: [
        {
          serviceId: cast.payments.id,
          version: '4.2.0',
          commit: paymentsCommit,
          artefact: hostile,
        },
      ],
      deployments: deployment
        ? [
            {
              environmentId: deployment.environmentId,
              region: hostile.slice(0, 60),
              startAt: deployment.startAt,
              zone: deployment.zone,
            },
          ]
        : [],
    },
    as,
  );
  await test.call(
    'scope.add',
    { releaseId, title: name, ticket: hostile.slice(0, 60), note: hostile },
    as,
  );
  await test.call(
    'risks.add',
    { releaseId, title: name, likelihood: 5, impact: 5, mitigation: hostile },
    as,
  );
  const plan = { steps: `${hostile}\n${hostile}`, pointOfNoReturn: hostile };
  await test.call(
    'rollback.save',
    { releaseId, ...plan, rehearsalResult: hostile, rehearsedOn: '2026-11-20' },
    as,
  );
  await hostileChecklist(test, releaseId, as);
  await hostileDecisions(test, cast, releaseId);
  await hostileRuns(test, cast);
  return releaseId;
}

function own<T extends { id: string; rev: number }>({ rev: _rev, ...values }: T): Omit<T, 'rev'> {
  return values;
}

async function hostileChecklist(test: TestApp, releaseId: string, as: string): Promise<void> {
  const [first, second] = await test.call('checklists.list', { releaseId });
  const text = hostileLine;
  await test.call(
    'checklists.setItem',
    { id: first?.id ?? '', state: 'done', evidence: hostile, text },
    as,
  );
  await test.call(
    'checklists.setItem',
    { id: second?.id ?? '', state: 'not-applicable', reason: hostile },
    as,
  );
}

async function hostileDecisions(test: TestApp, cast: Cast, releaseId: string): Promise<void> {
  const gates = await test.call('gates.list', { releaseId });
  const gateId = gates.find(({ key }) => key === 'peer-review')?.id ?? '';
  await test.call('approvals.request', { gateId, note: hostile }, cast.mara.id);
  const conditions = [{ text: hostileLine, ownerId: cast.ana.id, dueOn: '2026-11-30' }];
  const { id } = await test.call(
    'approvals.decide',
    { gateId, outcome: 'conditional-go', comment: hostile, conditions },
    cast.jon.id,
  );
  await test.call('approvals.withdraw', { decisionId: id, reason: hostile }, cast.jon.id);
  await test.call('approvals.decide', { gateId, outcome: 'no-go', comment: hostile }, cast.jon.id);
  const risk = { releaseId, title: hostileLine, likelihood: 1, impact: 1, mitigation: hostile };
  await test.call('risks.add', risk, cast.mara.id);
}

async function hostileRuns(test: TestApp, cast: Cast): Promise<void> {
  const workflow = '.github/workflows/build.yml';
  const { id: connectionId } = await test.call(
    'connections.save',
    {
      name: hostileLine,
      baseUrl: 'https://ci.example',
      repository: 'a/b',
      workflows: [{ workflow, serviceId: cast.payments.id, required: true }],
    },
    cast.mara.id,
  );
  const run = {
    id: 1,
    run_attempt: 1,
    run_number: 7,
    path: workflow,
    name: hostile,
    display_title: hostile,
    status: hostile,
    conclusion: hostile,
    head_sha: paymentsCommit,
    head_branch: hostile,
    event: hostile,
    html_url: 'javascript:alert(1)',
    created_at: '2026-11-24T08:00:00Z',
    run_started_at: '2026-11-24T08:00:00Z',
    updated_at: '2026-11-24T08:00:00Z',
  };
  const path = join(test.folder, 'runs.json');
  const linked = { ...run, id: 2, html_url: `https://ci.example/${encodeURIComponent(hostile)}"x` };
  writeFileSync(path, JSON.stringify([run, linked]));
  await test.call('pipelines.importFile', { connectionId, file: { path } }, cast.mara.id);
}

describe('a dossier with hostile text in every field', () => {
  it('keeps all of it text: no script, no handler, nothing loaded, no link but to the web', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const releaseId = await hostileRelease(test, cast);
    const page = await dossierOf(test, releaseId);
    const elements = [...page.querySelectorAll('*')];
    const names = new Set(elements.map(({ localName }) => localName));
    for (const name of ['script', 'img', 'iframe', 'object', 'embed', 'link', 'base', 'form']) {
      expect(names, name).not.toContain(name);
    }
    const attributes = elements.flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
    expect(attributes.filter(({ name }) => name === 'src' || name === 'srcset')).toEqual([]);
    const links = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
    expect(links.filter((href) => !/^(#|https:\/\/ci\.example\/)/.test(href))).toEqual([]);
    expect(page.querySelectorAll('style')).toHaveLength(4);
    expect(page.title).toContain(hostile);
  });

  it('shows it as it was typed', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const releaseId = await hostileRelease(test, cast);
    const page = await dossierOf(test, releaseId);
    expect(page.querySelector('h1')?.textContent).toBe(hostileLine);
    for (const id of [
      'plan',
      'scope',
      'risks',
      'rollback',
      'gates',
      'decisions',
      'pipelines',
      'checklist',
      'history',
    ]) {
      expect(page.getElementById(id)?.textContent, id).toContain(hostile.slice(0, 60));
    }
  });
});
