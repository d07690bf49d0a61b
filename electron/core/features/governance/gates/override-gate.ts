import type { Context } from '#core/context.ts';
import { exception } from '#core/database/schema/governance.ts';
import { toMs } from '#core/database/select.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import { checkOverride } from '#shared/rules/governance/gate-override.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { exceptionRows, viewsOf } from '../exceptions/index.ts';
import { listGates, requireOpenGate } from './view.ts';

/** Asks for an exception by which an automated gate passes; a second person decides on it. */
export function overrideGate(input: Parsed<'gates.override'>, context: Context): ExceptionView {
  const { store, now } = context;
  const { rationale, impact } = input;
  const requestedById = context.requireActor();
  const expiresAt = toMs(input.expiresAt);
  const row = context.transact((write) => {
    const { id, releaseId, name: subjectName } = requireOpenGate(store, input.gateId);
    const gate = listGates(store, releaseId, now).find((each) => each.id === id);
    if (gate === undefined) throw new Error(`The gate ${id} is there and not listed`);
    const others = exceptionRows(store, releaseId).filter(
      ({ rule, subjectId }) => rule === 'gate-override' && subjectId === id,
    );
    checkOverride(gate, { others, expiresAt, now, zone: readWorkspace(store).zone });
    return write.insert(exception, {
      ...{
        rule: 'gate-override',
        subjectId: id,
        expiresAt,
        releaseId,
        subjectName,
        rationale,
        impact,
        requestedById,
      },
      ...{ requestedAt: write.now, decidedById: null, decidedAt: null, granted: null },
      ...{ decisionNote: '', withdrawnAt: null },
    });
  });
  const [view] = viewsOf([row], context);
  if (view === undefined) throw new Error(`The exception ${row.id} was saved and is not there`);
  return view;
}
