import type { Context, Handlers } from '#core/context.ts';
import { evidence as table } from '#core/database/schema/evidence.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { mostShown } from '#shared/model/governance/evidence.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { detailsOf } from './details.ts';
import { readEvidence } from './read-evidence.ts';
import { listEvidence } from './rows.ts';

type Names = 'evidence.read' | 'evidence.list' | 'evidence.details';

export const evidence: Handlers<Names> = {
  'evidence.read': (input, context) => read(input, context),
  'evidence.list': ({ releaseId }, { store, now }) => listEvidence(store, releaseId, now),
  'evidence.details': ({ id }, { store }) => details(id, store),
};

async function read(
  { kind, file, progressId }: Parsed<'evidence.read'>,
  context: Context,
): Promise<Output<'evidence.read'>> {
  const { report, name, digest, bytes } = await readEvidence(
    { file, kind, progressId, mustRead: true },
    context,
  );
  if (report === null) throw new Error('A file that must be read was not');
  const { items, keys, notes } = report.details;
  return {
    ...{ kind: report.kind, name, tool: report.tool, summary: report.summary },
    ...{ items: items.slice(0, mostShown), total: Math.max(items.length, keys.length) },
    ...{ notes, digest, bytes },
  };
}

function details(id: string, store: Store): Output<'evidence.details'> {
  const row = rowOf(store, table, id);
  if (row === null) {
    throw new Refusal(
      'not_found',
      `There is no evidence with the id ${id}. Reload the gate and choose again.`,
    );
  }
  const { items, keys, notes } = detailsOf(store, row.detailHash);
  const total = Math.max(items.length, keys.length);
  return { kind: row.kind, items: items.slice(0, mostShown), total, notes };
}
