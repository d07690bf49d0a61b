import { templateGate } from '#shared/model/planning/templates.ts';
import minor from '../../fixtures/release-templates/minor.json' with { type: 'json' };
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planRelease } from './release.ts';
import { hostWithout, openWindow } from './window.tsx';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

async function withTemplate() {
  const { test, cast, release } = await planRelease();
  const template = await test.call('templates.save', {
    ...{ fromReleaseId: release.id, name: 'Payments release', about: 'What payments need.' },
  });
  return { test, cast, release, template };
}

async function openEditor() {
  const started = await withTemplate();
  openWindow(started.test, '/settings/templates');
  await userEvent.click(await screen.findByRole('button', { name: 'Payments release' }));
  await screen.findByRole('button', { name: 'Save as version 2' });
  return started;
}

describe('a release', () => {
  it('is saved as a template from its menu, and a new one is made from it', async () => {
    const { test, release } = await planRelease();
    openWindow(test, `/releases/${release.id}/overview`);
    await userEvent.click(await screen.findByRole('button', { name: 'Go on' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Save as template…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Save as template' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save the template' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Give the template');
    await userEvent.type(within(dialog).getByLabelText('Name of the template'), 'Payments train');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save the template' }));
    expect(await screen.findByText('Template Payments train saved')).toBeTruthy();
    cleanup();

    openWindow(test, '/releases/new');
    const own = await screen.findByRole('group', { name: 'Your templates' });
    await userEvent.click(within(own).getByRole('radio', { name: /^Payments train/ }));
    expect(screen.getByRole('heading', { name: 'What it brings' })).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Name'), 'Payments 4.3');
    await userEvent.click(screen.getByRole('button', { name: 'Create release' }));
    expect(await screen.findByText(/, version 1$/)).toBeTruthy();
    const { releases } = await test.call('releases.list', {});
    const made = releases.find(({ name }) => name === 'Payments 4.3');
    expect(await test.call('releases.get', { id: made?.id ?? '' })).toMatchObject({
      template: { name: 'Payments train', number: 1 },
    });
  });
});

describe('the editor of a template', () => {
  it('says at the gate what is wrong, and saves the next version once it is right', async () => {
    const { test, template } = await openEditor();
    await userEvent.click(screen.getByRole('button', { name: 'Add a gate' }));
    const inspector = await screen.findByRole('complementary', { name: 'A new gate' });
    await userEvent.type(within(inspector).getByLabelText('Name'), 'CAB approval');
    await userEvent.click(screen.getByRole('button', { name: 'Save as version 2' }));
    expect(screen.getByText(/This gate does not say why it is there/)).toBeTruthy();
    expect(screen.getAllByText(/Gate 1 \(“CAB approval”\)/)).not.toEqual([]);
    const gate = await screen.findByRole('complementary', { name: 'CAB approval' });
    await userEvent.click(within(gate).getByRole('checkbox', { name: 'Compliance' }));
    await userEvent.type(within(gate).getByLabelText('Why it is there'), 'The board asks for it.');
    await userEvent.click(within(gate).getByRole('checkbox', { name: 'a financial service' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a gate' }));
    const second = await screen.findByRole('complementary', { name: 'A new gate' });
    await userEvent.type(within(second).getByLabelText('Name'), 'Legal review');
    const legal = await screen.findByRole('complementary', { name: 'Legal review' });
    await userEvent.click(within(legal).getByRole('checkbox', { name: 'Compliance' }));
    await userEvent.click(within(legal).getByRole('checkbox', { name: 'QA lead' }));
    await userEvent.selectOptions(within(legal).getByLabelText('How many decide'), '1 of 2 seats');
    await userEvent.click(within(legal).getByRole('checkbox', { name: /^One after the other/ }));
    expect(screen.getByText(/1 of 2, one after the other/)).toBeTruthy();
    await userEvent.type(within(legal).getByLabelText('Why it is there'), 'Contracts change.');
    await userEvent.click(screen.getByRole('button', { name: 'Move Legal review up' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add an item' }));
    const count = template.content.checklist.length + 1;
    await userEvent.type(screen.getByLabelText(`Text of item ${count}`), 'Auditors were told');
    await userEvent.type(screen.getByLabelText(/^What is different in this version/), 'CAB');
    await userEvent.click(screen.getByRole('button', { name: 'Save as version 2' }));
    expect(await screen.findByRole('button', { name: 'Save as version 3' })).toBeTruthy();
    const saved = await test.call('templates.get', { id: template.id });
    expect(saved.content.gates.at(-1)).toMatchObject({
      ...{ name: 'CAB approval', places: [{ roleKey: 'compliance' }] },
      when: { anyOf: ['financial-service'] },
    });
    expect(saved.content.gates.find(({ name }) => name === 'Legal review')).toMatchObject({
      ...{ needed: 1, inOrder: true },
    });
    expect(saved.content.checklist.at(-1)?.text).toBe('Auditors were told');
    expect(saved.versions[0]).toMatchObject({ number: 2, note: 'CAB' });
  });

  it('tells what a version changed, and goes back to an earlier one as the next', async () => {
    const { test, template } = await withTemplate();
    const { id, rev, name, about, content } = template;
    const [pipeline] = minor.gates.map((gate) => templateGate.parse(gate));
    const gates = pipeline === undefined ? [] : [pipeline];
    await test.call('templates.save', { id, rev, name, about, content: { ...content, gates } });
    openWindow(test, '/settings/templates');
    await userEvent.click(await screen.findByRole('button', { name: 'Payments release' }));
    const [newest] = await screen.findAllByRole('button', { name: 'What changed' });
    if (newest === undefined) throw new Error('No version to look at');
    await userEvent.click(newest);
    const changes = await screen.findByRole('region', { name: 'Changed by it: version 1 and 2' });
    expect(await within(changes).findByText('Pipeline green')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Restore version 1' }));
    expect(await screen.findByText('Version 3 is as version 1 was')).toBeTruthy();
    const now = await test.call('templates.get', { id });
    expect(now.content).toEqual(content);
    expect(now.versions[0]?.note).toBe('As version 1');
  });

  it('keeps what was typed when somebody saved meanwhile, and lets choose', async () => {
    const { test, cast, template } = await openEditor();
    const about = screen.getByLabelText('What releases it is for');
    await userEvent.clear(about);
    await userEvent.type(about, 'Mine');
    const { id, name, content } = template;
    await test.call('templates.save', { id, name, about: 'Theirs', content }, cast.ana.id);
    await userEvent.click(screen.getByRole('button', { name: /^Save as version/ }));
    expect(await screen.findByText(/Ana Duarte saved version 2/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save mine' }));
    expect(await screen.findByText('Version 3 saved')).toBeTruthy();
    expect((await test.call('templates.get', { id })).about).toBe('Mine');
  });

  it('removes a template and says how many releases came from it', async () => {
    const { test, template } = await withTemplate();
    const [version] = template.versions;
    const owner = (await test.call('people.list', {})).people[0];
    await test.call('releases.create', {
      ...{ name: 'Payments 4.3', type: 'minor', ownerId: owner?.id ?? '' },
      templateVersionId: version?.id,
    });
    openWindow(test, '/settings/templates');
    await userEvent.click(await screen.findByRole('button', { name: 'Payments release' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the template' }));
    expect(await screen.findByText(/removed; 1 release made from it keep/)).toBeTruthy();
    expect(await screen.findByText(/A template of your own is what new releases/)).toBeTruthy();
    cleanup();
    openWindow(hostWithout(test, 'templates.list'), '/settings/templates');
    expect(await screen.findByText('The templates could not be read')).toBeTruthy();
  });
});
