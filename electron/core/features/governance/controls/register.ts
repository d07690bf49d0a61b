import { gate } from '#core/database/schema/governance.ts';
import { control } from '#core/database/schema/policies.ts';
import { alive, isoOrNull, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Context } from '#core/context.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Control } from '#shared/model/governance/controls.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { byControlKey } from '#shared/rules/governance/controls.ts';
import { readCondition } from '#shared/rules/governance/policy/conditions.ts';
import { shippedControls } from '#shared/rules/governance/shipped-controls.ts';
import { policyInForce } from '../policies/index.ts';

type Row = Plain<typeof control>;

export function listControls(store: Store): Control[] {
  return readRows(store).map(toControl).toSorted(byControlKey);
}

/** The register by key, the gates a control may name, and what comes with the program. */
export function listRegister(store: Store): Output<'controls.list'> {
  const listed = listControls(store);
  const named = evidenceByKey(store);
  const taken = new Set(listed.map(({ key }) => key.toLowerCase()));
  return {
    controls: listed.map((each) => ({ ...each, evidence: named.get(each.key) ?? 0 })),
    gates: policyInForce(store)
      .policy.gates.filter(({ check }) => check !== 'controls-met')
      .map(({ key, name }) => ({ key, name })),
    offered: shippedControls
      .filter(({ key }) => !taken.has(key.toLowerCase()))
      .map(({ key, name, source }) => ({ key, name, source })),
  };
}

export function saveControl(
  { id, rev, ...entered }: Parsed<'controls.save'>,
  context: Context,
): Control {
  const { store } = context;
  const values = {
    ...entered,
    gateKeys: [...new Set(entered.gateKeys)],
    evidenceKinds: [...new Set(entered.evidenceKinds)],
  };
  check(store, values, id);
  return toControl(
    context.transact((write) =>
      id === undefined
        ? write.insert(control, { ...values, retiredAt: null })
        : write.update(control, id, values, rev),
    ),
  );
}

export function adopt(keys: readonly string[], context: Context): Control[] {
  const { store } = context;
  const unknown = keys.filter((key) => !shippedControls.some((each) => each.key === key));
  if (unknown.length > 0) {
    const message = `names ${unknown.join(', ')}, which does not come with the program`;
    throw new Refusal('invalid_input', `The list of controls ${message}.`, { keys: message });
  }
  const taken = new Set(readRows(store).map(({ key }) => key.toLowerCase()));
  const wanted = shippedControls.filter(
    ({ key }) => keys.includes(key) && !taken.has(key.toLowerCase()),
  );
  const known = knownGates(store);
  return context.transact((write) =>
    wanted.map(({ gateKeys, ...each }) =>
      toControl(
        write.insert(control, {
          ...each,
          // A workspace whose policy has no such gate proves it by what else is there.
          gateKeys: gateKeys.filter((key) => known.has(key)),
          retiredAt: null,
        }),
      ),
    ),
  );
}

export function retire({ id, retired }: Parsed<'controls.retire'>, context: Context): Control {
  return toControl(
    context.transact((write) => {
      const row = write.find(control, id);
      if ((row.retiredAt !== null) === retired) return row;
      return write.update(control, id, { retiredAt: retired ? write.now : null });
    }),
  );
}

export function removeControl(id: string, context: Context): { id: string } {
  context.transact((write) => {
    const { key } = write.find(control, id);
    const count = evidenceByKey(context.store).get(key) ?? 0;
    if (count > 0) {
      throw new Refusal(
        'precondition_failed',
        `${count === 1 ? 'A piece' : `${count} pieces`} of evidence ${count === 1 ? 'names' : 'name'} ${key}, so it stays. Take it out of use instead.`,
      );
    }
    write.remove(control, id);
  });
  return { id };
}

function check(store: Store, values: Omit<Control, 'id' | 'rev' | 'retiredAt'>, id?: string): void {
  const fields: Record<string, string> = {};
  const rows = readRows(store);
  const before = rows.find((row) => row.id === id);
  const key = values.key.toLowerCase();
  if (rows.some((row) => row.id !== id && row.key.toLowerCase() === key)) {
    fields['key'] = `is there already; change that control, or give this one another key`;
  }
  const isRenamed = before !== undefined && before.key !== values.key;
  if (isRenamed && evidenceByKey(store).has(before.key)) {
    fields['key'] =
      `is named by evidence as ${before.key}, so it stays; take the control out of use and enter a new one`;
  }
  const read = readCondition(values.applies);
  if ('problem' in read) fields['applies'] = read.problem.message;
  const known = knownGates(store);
  const unknown = values.gateKeys.filter((each) => !known.has(each));
  if (unknown.length > 0) {
    fields['gateKeys'] =
      `names ${unknown.join(', ')}, which is no gate; the gates are ${[...known].join(', ')}`;
  }
  const [[field, message] = []] = Object.entries(fields);
  if (field === undefined) return;
  throw new Refusal('invalid_input', `The ${said[field] ?? field} ${message ?? ''}.`, fields);
}

const said: Readonly<Record<string, string>> = {
  key: 'key',
  applies: 'condition',
  gateKeys: 'list of gates',
};

/** Gates of the policy in force, and those releases have by templates or earlier policies. */
function knownGates(store: Store): Set<string> {
  const ofReleases = store.orm
    .selectDistinct({ key: gate.key })
    .from(gate)
    .where(alive(gate))
    .all();
  const ofPolicy = policyInForce(store).policy.gates;
  return new Set([...ofPolicy, ...ofReleases].map(({ key }) => key));
}

/** How many pieces of evidence name a control, by its key; what was withdrawn counts as well. */
function evidenceByKey({ raw }: Store): Map<string, number> {
  const rows = raw
    .prepare<[], { key: string; count: number }>(
      `SELECT named.value AS key, COUNT(*) AS count
       FROM evidence e, json_each(e.control_keys) named
       WHERE e.deleted_hlc IS NULL GROUP BY named.value`,
    )
    .all();
  return new Map(rows.map(({ key, count }) => [key, count]));
}

function readRows(store: Store): Row[] {
  return store.orm.select(plain(control)).from(control).where(alive(control)).all();
}

function toControl(row: Row): Control {
  const { id, rev, key, name, kind, source, proof, applies, gateKeys, evidenceKinds } = row;
  return {
    ...{ id, rev, key, name, kind, source, proof, applies, gateKeys, evidenceKinds },
    retiredAt: isoOrNull(row.retiredAt),
  };
}
