import type { CabPack, SignedAnswer } from '#shared/model/governance/packs.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { dateIn, formatDate, formatInFull } from '../../planning/zoned-time.ts';
import { clockAheadMs } from '../../workspace/clocks.ts';

type Answer = Pick<
  SignedAnswer,
  'workspaceId' | 'workspace' | 'packId' | 'pack' | 'reviewerId' | 'reviewer'
>;

export type Origin<R> = {
  workspace: { id: string; name: string };
  /** Whether the pack an answer names is one of this workspace. */
  hasPack: boolean;
  /** The reviewer it names, among those of its pack. */
  reviewer: R | undefined;
};

/** Whose answer it is, to a pack of this workspace. Names in the file are only told, never believed. */
export function reviewerOf<R>(answer: Answer, { workspace, hasPack, reviewer }: Origin<R>): R {
  if (answer.workspaceId !== workspace.id) {
    throw refused(
      'not_found',
      `It answers a pack of another workspace (“${told(answer.workspace)}”), and this is “${workspace.name}”. Open that workspace and import it there.`,
    );
  }
  if (!hasPack) {
    throw refused(
      'not_found',
      `It answers the pack “${told(answer.pack)}”, which is not in this file. It was made in another copy of the workspace; import the answer there.`,
    );
  }
  if (reviewer === undefined) {
    throw refused(
      'not_found',
      `It names “${told(answer.reviewer)}”, and the pack was given to nobody of that id. Only the reviewers of a pack can answer it; make a pack for them.`,
    );
  }
  return reviewer;
}

/** The signature does not fit; which of the two it is cannot be told from the file. */
export function badSignature(reviewer: string): Refusal {
  return refused(
    'invalid_input',
    `Its signature does not fit: the file was changed after ${reviewer} signed it, or it was signed with another code than theirs. Ask ${reviewer} for the file as it was saved.`,
  );
}

type Ground = {
  pack: Pick<CabPack, 'fingerprint' | 'items' | 'madeAt' | 'expiresOn'>;
  now: string;
  zone: string;
};

/** What a whole and genuine answer can still have wrong: its time, its pack, or what it answers. */
export function checkAnswer(answer: SignedAnswer, { pack, now, zone }: Ground): void {
  const { answeredAt, fingerprint, answers } = answer;
  const signed = formatInFull(answeredAt, zone);
  if (Date.parse(answeredAt) > Date.parse(now) + clockAheadMs) {
    throw refused(
      'invalid_input',
      `It was signed ${signed}, which is after now, ${formatInFull(now, zone)}: the clock of one of the two machines is wrong. Set it right, and sign again if it was the reviewer’s.`,
    );
  }
  if (Date.parse(answeredAt) < Date.parse(pack.madeAt)) {
    throw refused(
      'invalid_input',
      `It was signed ${signed}, before the pack was made, ${formatInFull(pack.madeAt, zone)}: the clock of the reviewer’s machine is wrong. Set it right and sign again.`,
    );
  }
  if (pack.expiresOn !== null && dateIn(answeredAt, zone) > pack.expiresOn) {
    throw refused(
      'precondition_failed',
      `It was signed ${signed}, and the pack could be answered until ${formatDate(pack.expiresOn, dateIn(now, zone))}. Make a new pack on the facts as they are now.`,
    );
  }
  if (fingerprint !== pack.fingerprint) {
    throw refused(
      'invalid_input',
      'It was given on another pack than the one it names: the fingerprints differ. Ask for the answer to the pack as it was made.',
    );
  }
  if (answers.length === 0) {
    throw refused('invalid_input', 'It answers nothing. Ask for an answer with a decision in it.');
  }
  const fingerprints = new Map(pack.items.map((item) => [item.gateId, item.fingerprint]));
  const seen = new Set<string>();
  for (const [index, { gateId, fingerprint: of }] of answers.entries()) {
    const place = `Answer ${index + 1}`;
    if (fingerprints.get(gateId) !== of) {
      throw refused('invalid_input', `${place} is about a gate or facts the pack does not have.`);
    }
    if (seen.has(gateId)) {
      throw refused(
        'invalid_input',
        `${place} is about a gate that is answered before it already.`,
      );
    }
    seen.add(gateId);
  }
}

/** A name out of the file, short enough for a message. */
function told(name: string): string {
  const plain = name.replace(/\s+/g, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

function refused(code: 'invalid_input' | 'not_found' | 'precondition_failed', why: string) {
  return new Refusal(code, `This answer was not taken, and nothing was changed. ${why}`, {
    file: why,
  });
}
