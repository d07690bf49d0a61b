import type { Context, Handlers } from '#core/context.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TakenBack } from '#shared/contract/workspace/edits.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { recordedInWords } from '#shared/rules/workspace/edit-words.ts';
import { readWorkspace, remember } from '../workspace/index.ts';
import { describeStep, readStacks } from './stacks.ts';
import type { KnownStep } from './stacks.ts';
import { takeBack } from './take-back.ts';
import type { Settle } from './take-back.ts';

/** Steps told ahead: for the menu, and to go on behind one that is refused. */
const told = 10;

export function createEdits(settle: Settle): Handlers<'edits.state' | 'edits.undo' | 'edits.redo'> {
  return {
    'edits.state': (_input, context) => readState(context),

    'edits.undo': ({ command }, context) => {
      const { undo, redo } = readStacks(context.store, context.requireActor());
      const step = command === undefined ? newestEdit(undo) : pick(undo, redo, command, 'undone');
      return announce(takeBack(step, 'undone', context, settle), context);
    },

    'edits.redo': ({ command }, context) => {
      const { undo, redo } = readStacks(context.store, context.requireActor());
      const step =
        command === undefined ? firstToRedo(redo) : pick(redo, undo, command, 'done again');
      return announce(takeBack(step, 'done again', context, settle), context);
    },
  };
}

function readState(context: Context): Output<'edits.state'> {
  const { store } = context;
  const actorId = context.actorId();
  if (actorId === null || store.readOnly !== null) return { undo: [], redo: [], inTheWay: null };
  const { undo, redo } = readStacks(store, actorId);
  const [newest] = undo;
  return {
    undo: undo
      .filter(({ kind }) => kind === 'edit')
      .slice(0, told)
      .map(tell(store)),
    redo: redo.slice(0, told).map(tell(store)),
    inTheWay: newest?.kind === 'recorded' ? recordedInWords(newest.name) : null,
  };
}

function tell(store: Store): (step: KnownStep) => Output<'edits.state'>['undo'][number] {
  return (step) => {
    const { command, name, made } = step;
    return { command, name, at: iso(made.at), ...describeStep(store, step) };
  };
}

function newestEdit([newest]: readonly KnownStep[]): KnownStep {
  if (newest === undefined) {
    throw new Refusal(
      'precondition_failed',
      'There is nothing of yours on this device to undo. What others changed, or you on another device, stands in the history of its release, where a value can be restored.',
    );
  }
  if (newest.kind === 'edit') return newest;
  throw new Refusal('precondition_failed', recordedInWords(newest.name));
}

function firstToRedo([first]: readonly KnownStep[]): KnownStep {
  if (first !== undefined) return first;
  throw new Refusal(
    'precondition_failed',
    'There is nothing to do again: nothing of yours was undone on this device, or you changed something since.',
  );
}

function pick(
  from: readonly KnownStep[],
  other: readonly KnownStep[],
  command: string,
  word: 'undone' | 'done again',
): KnownStep {
  const found = from.find((step) => step.command === command);
  if (found?.kind === 'edit') return found;
  if (found !== undefined) throw new Refusal('precondition_failed', recordedInWords(found.name));
  if (other.some((step) => step.command === command)) {
    const already = word === 'undone' ? 'is undone already' : 'stands already';
    throw new Refusal('precondition_failed', `This change ${already}; nothing was changed.`);
  }
  throw new Refusal(
    'not_found',
    `There is no change of yours on this device with the id ${command} that could be ${word}. edits.state lists those that can.`,
  );
}

/** The name of the workspace also stands in the device's list of recent files. */
function announce(done: TakenBack, context: Context): TakenBack {
  if (done.name === 'workspace.update') {
    remember(context, context.store.path, readWorkspace(context.store).name);
  }
  return done;
}
