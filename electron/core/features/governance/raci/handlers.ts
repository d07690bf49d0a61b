import type { Context, Handlers } from '#core/context.ts';
import { raciAssignment } from '#core/database/schema/policies.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { RaciRow } from '#shared/model/governance/raci.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { givenOf } from '#shared/rules/governance/raci.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { listRoles } from '../../workspace/people/index.ts';
import { readLetters } from '../gates/index.ts';
import { checkMatrix, readMatrix, toRow } from './matrix.ts';

type Names = 'raci.matrix' | 'raci.check' | 'raci.set' | 'raci.reset';

export const raci: Handlers<Names> = {
  'raci.matrix': ({ releaseId }, { store }) => ({
    roles: listRoles(store),
    rows: readMatrix(store, releaseId).map(toRow),
  }),
  'raci.check': ({ releaseId }, { store, now }) => checkMatrix(store, releaseId, now),
  'raci.set': (input, context) => setLetters(input, context),
  'raci.reset': ({ gateKey, releaseId }, context) => {
    const { store } = context;
    if (releaseId !== null) requireOpenRelease(store, releaseId);
    const own = givenOf(readLetters(store), gateKey, releaseId);
    context.transact((write) => own.forEach(({ id }) => write.remove(raciAssignment, id)));
    return { removed: own.length };
  },
};

/** The first letter given at a gate keeps those the policy gave it: a row is never half empty. */
function setLetters(
  { gateKey, roleKey, letters, releaseId }: Parsed<'raci.set'>,
  context: Context,
): RaciRow {
  const { store } = context;
  if (releaseId !== null) requireOpenRelease(store, releaseId);
  if (!listRoles(store).some(({ key }) => key === roleKey)) {
    const message = 'is no role of this workspace; choose one';
    throw new Refusal('invalid_input', `“${roleKey}” ${message}.`, { roleKey: message });
  }
  const found = rowOf(context, gateKey, releaseId);
  const scope = releaseId === null ? 'workspace' : 'release';
  const wanted = new Map(found.letters.letters);
  wanted.set(roleKey, [...new Set(letters)]);
  if ([...wanted.values()].every((given) => given.length === 0)) {
    throw new Refusal(
      'precondition_failed',
      `This would leave nobody at “${found.gate.name}”. Give another role a letter first, or go back to what the policy says.`,
    );
  }
  context.transact((write) => {
    const own = givenOf(readLetters(store), gateKey, releaseId);
    const before = found.letters.from === scope ? own : [];
    for (const each of before) {
      const stays = wanted.get(each.roleKey)?.includes(each.letter) ?? false;
      if (!stays) write.remove(raciAssignment, each.id);
    }
    for (const [role, given] of wanted) {
      for (const letter of given) {
        const isThere = before.some((each) => each.roleKey === role && each.letter === letter);
        if (isThere) continue;
        write.insert(raciAssignment, { gateKey, roleKey: role, personId: null, letter, releaseId });
      }
    }
  });
  return toRow(rowOf(context, gateKey, releaseId));
}

function rowOf({ store }: Context, gateKey: string, releaseId: string | null) {
  const rows = readMatrix(store, releaseId);
  const found = rows.find(({ gate }) => gate.key === gateKey);
  if (found !== undefined) return found;
  throw new Refusal(
    'not_found',
    `There is no gate “${gateKey}” here. The gates are: ${rows.map(({ gate }) => gate.key).join(', ')}.`,
  );
}
