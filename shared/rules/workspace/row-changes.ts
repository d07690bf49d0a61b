/** An entry of the journal: each changed field with its value before and after. */
export type JournalChange = {
  entity: string;
  entityId: string;
  op: 'insert' | 'update' | 'delete';
  fields: Readonly<Record<string, readonly [unknown, unknown]>>;
};

/** `fields` holds what a command changed; `alive` is false before a row came and after it went. */
export type RowState = { alive: boolean; fields: Record<string, unknown> };

/** What a command as a whole did to one row. */
export type RowChange = { entity: string; entityId: string; before: RowState; after: RowState };

/** The tombstone; in the fields of an entry it says that a row came back. */
const tombstone = 'deletedHlc';

/** What the entries of one command did, in their order, row by row. */
export function rowChanges(entries: readonly JournalChange[]): RowChange[] {
  const rows = new Map<string, RowChange>();
  for (const entry of entries) {
    const { entity, entityId } = entry;
    const known = rows.get(`${entity} ${entityId}`);
    const row = known ?? {
      entity,
      entityId,
      before: { alive: wasAlive(entry), fields: {} },
      after: { alive: true, fields: {} },
    };
    rows.set(`${entity} ${entityId}`, row);
    row.after.alive = entry.op !== 'delete';
    for (const [field, [from, to]] of Object.entries(entry.fields)) {
      if (field === tombstone) continue;
      row.after.fields[field] = to;
      // A row that was made has no values to go back to: it goes as it is.
      if (entry.op === 'update' && row.before.alive && !Object.hasOwn(row.before.fields, field)) {
        row.before.fields[field] = from;
      }
    }
  }
  return [...rows.values()];
}

function wasAlive({ op, fields }: JournalChange): boolean {
  return op === 'insert' ? false : !cameBack(op, fields);
}

/** True for the entry of a row that was marked as deleted and is so no more. */
export function cameBack(op: JournalChange['op'], fields: object): boolean {
  return op === 'update' && Object.hasOwn(fields, tombstone);
}

/** A row is no longer as the command left it; `field` is null when it came or went. */
export type Clash = {
  entity: string;
  entityId: string;
  field: string | null;
  left: unknown;
  now: unknown;
};

/** Rows a rule makes anew from others: what is right of them is decided after an undo, not before. */
const derived: readonly string[] = ['gate'];

export function isDerived(entity: string): boolean {
  return derived.includes(entity);
}

/** Where rows differ now from what a command left. None: the command can be taken back. */
export function clashesOf(
  changes: readonly RowChange[],
  stateNow: (entity: string, entityId: string) => RowState,
): Clash[] {
  return changes.flatMap(({ entity, entityId, after }): Clash[] => {
    if (isDerived(entity)) return [];
    const now = stateNow(entity, entityId);
    if (now.alive !== after.alive) {
      return [{ entity, entityId, field: null, left: after.alive, now: now.alive }];
    }
    if (!after.alive) return [];
    return Object.entries(after.fields).flatMap(([field, left]) =>
      isSame(left, now.fields[field])
        ? []
        : [{ entity, entityId, field, left, now: now.fields[field] }],
    );
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
