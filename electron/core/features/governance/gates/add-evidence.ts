import { eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { attachment } from '#core/database/schema/attached.ts';
import { evidence } from '#core/database/schema/evidence.ts';
import { control } from '#core/database/schema/policies.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { alive, plain, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { EvidenceKind, EvidenceView } from '#shared/model/governance/evidence.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { checkEvidence, titleOf } from '#shared/rules/governance/evidence/added.ts';
import { sizeProblem } from '#shared/rules/workspace/attachment-size.ts';
import { mediaTypeOf } from '#shared/rules/workspace/media-types.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { componentsNow, keepDetails, listEvidence, readEvidence } from '../evidence/index.ts';
import type { ReadEvidence } from '../evidence/index.ts';
import { requireOpenGate } from './view.ts';

type Asked = Parsed<'gates.addEvidence'>;
type Place = { releaseId: string; gateId: string | null };

/** What can be refused is refused before the file is read, and once more when it is kept. */
export async function addEvidence(asked: Asked, context: Context): Promise<EvidenceView> {
  const { store, now } = context;
  const byId = context.requireActor();
  const place = placeOf(store, asked);
  const { zone } = readWorkspace(store);
  const collectedAt = asked.collectedAt === undefined ? now : toMs(asked.collectedAt);
  const expiresAt = asked.expiresAt === null ? null : toMs(asked.expiresAt);
  checkEvidence({ ...asked, collectedAt, expiresAt, hasFile: asked.file !== undefined }, now, zone);
  requireControls(store, asked.controlKeys);
  const { file, kind, progressId } = asked;
  const read =
    file === undefined
      ? null
      : await readEvidence({ file, kind, progressId, mustRead: false }, context);
  if (read !== null && read.report === null) requireKept(read);

  const row = context.transact((write) => {
    placeOf(store, asked);
    refuseTwice(store, place, read?.digest ?? '');
    const values = {
      ...{ ...place, collectedAt, expiresAt, controlKeys: asked.controlKeys },
      ...{ kind: kindOf(asked, read), title: titleOf(asked, read?.name ?? null) },
      ...{
        source: sourceOf(store, asked, read, byId),
        note: asked.note ?? '',
        url: asked.url ?? '',
      },
      ...{
        digest: read?.digest ?? '',
        bytes: read?.bytes ?? 0,
        summary: read?.report?.summary ?? null,
      },
      ...{ addedById: byId, addedAt: write.now, withdrawnAt: null, withdrawnById: null },
    };
    return write.insert(evidence, {
      ...values,
      attachmentId: read === null ? null : keepFile(store, write, place, read, byId),
      detailHash: read?.report ? keepDetails(write, read.report.details) : null,
      builtFrom: componentsNow(store, place.releaseId),
      withdrawnReason: '',
    });
  });
  return viewOf(store, row, now);
}

export function viewOf(
  store: Store,
  { id, releaseId }: { id: string; releaseId: string },
  now: number,
): EvidenceView {
  const view = listEvidence(store, releaseId, now).find((each) => each.id === id);
  if (view === undefined) throw new Error(`The evidence ${id} was saved and is not there`);
  return view;
}

function placeOf(store: Store, { gateId, releaseId }: Asked): Place {
  if (gateId === undefined) {
    if (releaseId !== undefined) {
      requireOpenRelease(store, releaseId);
      return { releaseId, gateId: null };
    }
    throw new Refusal(
      'invalid_input',
      'Say what the evidence is for: a gate (gateId), or a release as a whole (releaseId).',
      { gateId: 'is missing; choose a gate' },
    );
  }
  const gate = requireOpenGate(store, gateId);
  if (releaseId === undefined || releaseId === gate.releaseId) {
    return { releaseId: gate.releaseId, gateId };
  }
  throw new Refusal(
    'invalid_input',
    `“${gate.name}” belongs to another release. Leave the release out: the gate says it.`,
    { releaseId: 'is not the release of the gate' },
  );
}

function requireControls(store: Store, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const rows = store.orm.select({ key: control.key }).from(control).where(alive(control)).all();
  const known = new Set(rows.map(({ key }) => key));
  const unknown = keys.filter((key) => !known.has(key));
  if (unknown.length === 0) return;
  throw new Refusal(
    'invalid_input',
    `There is no control ${unknown.map((key) => `“${key}”`).join(', ')}. Choose from the register of controls, or enter it there first.`,
    { controlKeys: 'names a control that is not in the register' },
  );
}

function requireKept({ content, name, bytes }: ReadEvidence): void {
  const problem = sizeProblem(name, bytes) ?? (content === null ? `${name} is too big` : null);
  if (problem !== null) throw new Refusal('invalid_input', problem, { file: problem });
}

function refuseTwice({ orm }: Store, { releaseId, gateId }: Place, digest: string): void {
  if (digest === '') return;
  const there = orm
    .select(plain(evidence))
    .from(evidence)
    .where(alive(evidence, eq(evidence.releaseId, releaseId), eq(evidence.digest, digest)))
    .all()
    .find((row) => row.gateId === gateId && row.withdrawnAt === null);
  if (there === undefined) return;
  throw new Refusal(
    'conflict',
    `This very file is evidence here already (“${there.title}”), so nothing was added. Choose the report of the newest run.`,
  );
}

function kindOf({ url }: Asked, read: ReadEvidence | null): EvidenceKind {
  if (read !== null) return read.report?.kind ?? 'file';
  return url === undefined || url === '' ? 'note' : 'link';
}

function sourceOf(
  store: Store,
  { source }: Asked,
  read: ReadEvidence | null,
  byId: string,
): string {
  if (source !== undefined && source !== '') return source;
  const tool = read?.report?.tool ?? '';
  if (tool !== '') return tool;
  return listPeople(store).find(({ id }) => id === byId)?.name ?? '';
}

/** A file that is small enough is attached to the gate as well, once, so that it goes where attachments go. */
function keepFile(
  { orm }: Store,
  write: Write,
  { releaseId, gateId }: Place,
  { content, digest, name, bytes }: ReadEvidence,
  byId: string,
): string | null {
  if (content === null || bytes === 0) return null;
  const subjectId = gateId ?? releaseId;
  const there = orm
    .select({ id: attachment.id })
    .from(attachment)
    .where(alive(attachment, eq(attachment.subjectId, subjectId), eq(attachment.hash, digest)))
    .get();
  if (there !== undefined) return there.id;
  write.keepContent(digest, content);
  const subject = gateId === null ? ('release' as const) : ('gate' as const);
  const mediaType = mediaTypeOf(name, content);
  const values = { releaseId, subject, subjectId, name, mediaType, bytes, hash: digest };
  return write.insert(attachment, { ...values, at: write.now, byId }).id;
}

/** Names the controls a piece of evidence proves, in place of those it named. */
export function proveControls(
  { id, controlKeys }: Parsed<'gates.proveControls'>,
  context: Context,
): EvidenceView {
  const { store, now } = context;
  requireControls(store, controlKeys);
  const row = context.transact((write) => {
    const found = write.find(evidence, id);
    requireOpenRelease(store, found.releaseId);
    if (found.withdrawnAt !== null) {
      throw new Refusal(
        'precondition_failed',
        `“${found.title}” was withdrawn, so it proves nothing. Choose evidence that counts.`,
      );
    }
    return write.update(evidence, id, { controlKeys: [...new Set(controlKeys)] });
  });
  return viewOf(store, row, now);
}

/** Takes evidence back; both it and the reason stay in the record. */
export function withdrawEvidence(
  { id, reason }: Parsed<'gates.withdrawEvidence'>,
  context: Context,
): EvidenceView {
  const { store, now } = context;
  const byId = context.requireActor();
  const row = context.transact((write) => {
    const found = write.find(evidence, id);
    requireOpenRelease(store, found.releaseId);
    if (found.gateId !== null) requireOpenGate(store, found.gateId);
    if (found.withdrawnAt !== null) {
      throw new Refusal(
        'conflict',
        `“${found.title}” was withdrawn already: ${found.withdrawnReason}`,
      );
    }
    const withdrawal = { withdrawnAt: write.now, withdrawnById: byId, withdrawnReason: reason };
    return write.update(evidence, id, withdrawal);
  });
  return viewOf(store, rowOf(store, evidence, row.id) ?? row, now);
}
