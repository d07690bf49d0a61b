import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '#shared/contract/index.ts';
import type { GateCheck } from '#shared/model/governance/gates.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

/** JUnit with these tests failed and one that passed. */
export function junit(...failed: string[]): string {
  const cases = failed.map((name) => `<testcase name="${name}"><failure message="no"/></testcase>`);
  return `<testsuite name="pay"><testcase name="fine"/>${cases.join('')}</testsuite>`;
}

export const text = (content: string, name = 'unit.xml') => ({ text: content, name });

export function fileOf(test: TestApp, name: string, content: string | Uint8Array) {
  const path = join(test.folder, name);
  writeFileSync(path, content);
  return { path };
}

/** A release whose gates are those of one check in the phase it is in, beside what the template brings. */
export async function withGate(check: GateCheck, on: TestApp = startTestApp()) {
  const test = on;
  const cast: Cast = await buildWorkspace(test);
  const template = await templateWith(test, cast, check);
  const made = (name: string, more: Partial<Input<'releases.create'>> = {}) =>
    aRelease(test, cast, { name, templateVersionId: template, ...more });
  const release = await made('Payments 4.3');
  const gateOf = async (releaseId = release.id) => {
    const gates = await test.call('gates.list', { releaseId });
    const gate = gates.find((each) => each.key === 'looked-at');
    if (gate === undefined) throw new Error('the template brought no such gate');
    return gate;
  };
  return { test, cast, release, made, gateOf, gate: await gateOf() };
}

async function templateWith(test: TestApp, cast: Cast, check: GateCheck): Promise<string> {
  const copy = { copyOf: 'hotfix' as const, name: 'With evidence' };
  const { id, rev, name, about, content } = await test.call('templates.save', copy, cast.mara.id);
  const why = 'What is released has been looked at.';
  const ours = { key: 'looked-at', name: 'Looked at', phase: 'planning' as const, check, why };
  const gates = [{ ...ours, places: [] }, ...content.gates];
  const next = { id, rev, name, about, content: { ...content, type: 'minor' as const, gates } };
  const saved = await test.call('templates.save', next, cast.mara.id);
  return saved.versions.find(({ number }) => number === 2)?.id ?? '';
}
