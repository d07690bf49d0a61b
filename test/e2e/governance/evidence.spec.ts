import { expect } from '@playwright/test';
import { z } from 'zod';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const saved = z.object({
  id: z.string(),
  rev: z.number(),
  name: z.string(),
  about: z.string(),
  content: z.looseObject({ gates: z.array(z.unknown()) }),
  versions: z.array(z.object({ id: z.string(), number: z.number() })),
});

const junit = (failed: string) =>
  `<testsuite name="pay"><testcase name="fine"/>${failed}<testcase name="half"/></testsuite>`;

test('a dropped or chosen report is read, fails its gate, and is passed over by exception', async ({
  page,
  host,
}) => {
  const { maraId, danaId, serviceId, environmentId } = await planWorkspace(host);
  const own = saved.parse(
    await host.call('templates.save', { copyOf: 'hotfix', name: 'With tests' }),
  );
  const gate = {
    ...{ key: 'tests', name: 'Test results', phase: 'planning', check: 'test-results' },
    ...{ places: [], why: 'The tests pass for what is released.' },
  };
  const content = { ...own.content, gates: [gate, ...own.content.gates], type: 'minor' };
  const { id, rev, name, about } = own;
  const next = saved.parse(await host.call('templates.save', { id, rev, name, about, content }));
  const templateVersionId = next.versions.find(({ number }) => number === 2)?.id;
  const startAt = '2031-05-20T21:00:00.000Z';
  const made = await host.call('releases.create', {
    ...{ name: 'Payments 5.1', type: 'minor', ownerId: maraId, templateVersionId },
    components: [{ serviceId, version: '4.2.0' }],
    deployments: [{ environmentId, startAt, zone: 'Europe/London', durationMinutes: 60 }],
  });
  const { id: releaseId } = z.object({ id: z.string() }).parse(made);

  await openScreen(page, host, `/releases/${releaseId}/gates`);
  await page.getByRole('button', { name: 'Test results', exact: true }).click();
  const inspector = page.getByRole('complementary', { name: 'Test results' });
  await expect(inspector).toContainText('No test fails');
  const failure = '<testcase name="refunds &lt;b&gt;"><failure message="no"/></testcase>';
  await inspector.getByLabel('Files of evidence').setInputFiles({
    ...{ name: 'unit.xml', mimeType: 'text/xml', buffer: Buffer.from(junit(failure)) },
  });
  await expect(inspector).toContainText('1 of 3 tests failed, limit 0');
  await inspector.getByRole('button', { name: 'Show details of unit.xml' }).click();
  await expect(inspector).toContainText('pay › refunds <b>');
  expect(await objections(page)).toEqual([]);

  await inspector.getByRole('button', { name: 'Override…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Override the gate' });
  await dialog.getByLabel('Why it is passed over').fill('Known, and mended next week');
  await dialog.getByLabel('What may come of it').fill('Refunds of half a sum may fail');
  expect(await objections(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask for the exception' }).click();
  await expect(inspector).toContainText('Waits for a second person');
  await host.call('workspace.actAs', { personId: danaId });
  await inspector.getByRole('button', { name: 'Decide on the exception…' }).click();
  await page.getByRole('button', { name: 'Grant the exception' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Test results' });
  await expect(row.first()).toContainText('By exception');
});
