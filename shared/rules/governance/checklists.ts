import type { ChecklistItem } from '#shared/model/governance/checklists.ts';
import { assertNever, Refusal } from '#shared/model/refusal.ts';

export type ItemContent = Pick<ChecklistItem, 'state' | 'evidence' | 'reason' | 'text'>;

/** Fields that are absent or undefined stay. */
type ItemPatch = { [Field in keyof ItemContent]?: ItemContent[Field] | undefined };

/**
 * What an item is after a change; fields left out stay. A reason belongs to what does not apply and
 * goes when the item is done or open again; evidence goes when the item turns out not to apply.
 * Throws a Refusal (`invalid_input`) for not applicable without a reason, and for text the state has
 * no place for.
 */
export function setItem(current: ItemContent, patch: ItemPatch): ItemContent {
  const state = patch.state ?? current.state;
  const text = patch.text ?? current.text;
  switch (state) {
    case 'open':
    case 'done':
      refuseReason(current, patch, state);
      return { state, text, evidence: (patch.evidence ?? current.evidence).trim(), reason: '' };
    case 'not-applicable':
      refuseEvidence(current, patch);
      return { state, text, evidence: '', reason: reasonOf(current, patch) };
    default:
      return assertNever(state);
  }
}

function reasonOf(current: ItemContent, patch: ItemPatch): string {
  const reason = (patch.reason ?? current.reason).trim();
  if (reason !== '') return reason;
  throw new Refusal(
    'invalid_input',
    `“${current.text}” was marked as not applicable without a reason. Say why it does not apply to this release.`,
    { reason: 'is empty; say why it does not apply' },
  );
}

function refuseReason(
  current: ItemContent,
  { reason = '' }: ItemPatch,
  state: 'open' | 'done',
): void {
  if (reason.trim() === '') return;
  throw new Refusal(
    'invalid_input',
    `“${current.text}” is ${state}, and a reason is for what does not apply. Mark it as not applicable, or leave the reason out.`,
    { reason: `expected none for an item that is ${state}` },
  );
}

function refuseEvidence(current: ItemContent, { evidence = '' }: ItemPatch): void {
  if (evidence.trim() === '') return;
  throw new Refusal(
    'invalid_input',
    `“${current.text}” does not apply, so there is nothing to prove. Leave the evidence out, or mark it as done.`,
    { evidence: 'expected none for an item that does not apply' },
  );
}
