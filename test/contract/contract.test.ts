import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract, isProcedure } from '#shared/contract/index.ts';
import type { Output, ProcedureName } from '#shared/contract/index.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { build } from '../../scripts/build.ts';
import { hosts } from './hosts.ts';
import type { ReachedHost } from './hosts.ts';

/** Calls and holds the answer against the contract once more, on the caller's side of the host. */
async function value<N extends ProcedureName>(
  host: ReachedHost,
  name: N,
  input: unknown,
  actingAs?: string,
): Promise<Output<N>> {
  const envelope = await host.call(name, input, actingAs);
  if (!envelope.ok) throw new Error(`${name}: ${envelope.error.message}`);
  const answer: unknown = contract[name].output.parse(envelope.value);
  if (!isOutput(name, answer)) throw new Error(`${name} answered nothing`);
  return answer;
}

function isOutput<N extends ProcedureName>(_name: N, answer: unknown): answer is Output<N> {
  return answer !== undefined;
}

async function refused(
  host: ReachedHost,
  name: string,
  input: unknown,
  actingAs?: string,
): Promise<CallError> {
  const envelope = await host.call(name, input, actingAs);
  if (envelope.ok) throw new Error(`${name} was expected to be refused`);
  return envelope.error;
}

// The command line is tried as people run it: from its bundle.
beforeAll(() => build(), 300_000);

describe.each(hosts)('Over the host “$name”', ({ start }) => {
  it(
    'the main path gives the same answers, and the same refusals',
    { timeout: 120_000 },
    async () => {
      const host = await start();
      const path = join(host.folder, 'Contract.slipway');
      const created = await value(host, 'workspace.create', {
        path,
        name: 'Contract',
        zone: 'Europe/London',
      });
      expect(created).toMatchObject({ path, workspace: { name: 'Contract', profile: 'standard' } });
      host.use(path);

      const mara = await value(host, 'people.save', {
        name: 'Mara Okafor',
        roles: ['release-manager'],
      });
      await value(host, 'people.save', { name: 'Jon Bell', roles: ['development-lead'] }, mara.id);
      const service = await value(host, 'services.save', { name: 'payments-api' }, 'Mara Okafor');
      const components = [{ serviceId: service.id, version: '1.0.0' }];
      const input = { name: 'Payments 1.0 “é” שלום', type: 'patch', ownerId: mara.id, components };
      const release = await value(host, 'releases.create', input, 'Mara Okafor');
      expect(release.name).toBe(input.name);

      const gates = await value(host, 'gates.list', { releaseId: release.id });
      const gateId = gates.find(({ key }) => key === 'peer-review')?.id;
      const go = { gateId, outcome: 'go' };
      expect(await value(host, 'approvals.decide', go, 'Jon Bell')).toMatchObject({
        current: true,
        channel: 'self',
      });
      expect(await refused(host, 'approvals.decide', go, 'Mara Okafor')).toMatchObject({
        code: 'forbidden',
      });

      const bad = { ...input, components: [{ serviceId: service.id, version: 'one' }] };
      const version = await refused(host, 'releases.create', bad, 'Mara Okafor');
      expect(version).toMatchObject({ code: 'invalid_input' });
      expect(version.fields).toHaveProperty(['components.0.version']);
      expect(await refused(host, 'people.save', { name: 'A', extra: 1 }, mara.id)).toMatchObject({
        code: 'invalid_input',
      });
      expect(await refused(host, 'releases.get', { id: mara.id })).toMatchObject({
        code: 'not_found',
      });
      expect(await refused(host, 'releases.explode', {})).toMatchObject({ code: 'not_found' });
      expect((await refused(host, 'people.save', { name: 'B' }, 'Nobody Here')).message).toContain(
        'Jon Bell',
      );

      expect(await value(host, 'workspace.verify', {})).toMatchObject({ ok: true, findings: [] });
      expect((await value(host, 'releases.list', {})).total).toBe(1);
    },
  );
});

describe('The contract', () => {
  it('says of every procedure what it does, in one sentence', () => {
    for (const [name, { about }] of Object.entries(contract)) {
      expect(isProcedure(name)).toBe(true);
      expect(`${name}: ${about}`).toMatch(/^[a-z]+\.[a-zA-Z]+: [A-Z].+\.$/);
    }
  });

  it('refuses keys it does not know, in every procedure', () => {
    for (const [name, { input }] of Object.entries(contract)) {
      const found = input.safeParse({ aKeyNobodyKnows: 1 });
      const codes = found.success ? [] : found.error.issues.map((issue) => issue.code);
      expect({ name, refused: codes.includes('unrecognized_keys') }).toEqual({
        name,
        refused: true,
      });
    }
  });
});
