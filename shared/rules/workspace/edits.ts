/**
 * What a command is to undo. An edit is taken back; what was recorded in front of others stays and
 * has a way out of its own; what lies aside is passed over as if it had not been.
 */
export type CommandKind = 'edit' | 'recorded' | 'aside' | 'undo' | 'redo';

/** The commands that can be undone. What is not here cannot: a new command is listed on purpose. */
export const edits: readonly string[] = [
  'workspace.update',
  'people.save',
  'people.leave',
  'people.return',
  'people.remove',
  'people.saveRole',
  'people.paste',
  'services.save',
  'services.paste',
  'teams.save',
  'teams.remove',
  'environments.save',
  'views.save',
  'views.remove',
  'environments.paste',
  'connections.save',
  'releases.create',
  'releases.copy',
  'releases.update',
  'releases.updateMany',
  'releases.reschedule',
  'releases.move',
  'releases.setParent',
  'imports.apply',
  'imports.forget',
  'deployments.record',
  'incidents.record',
  'monitoring.saveCheck',
  'monitoring.removeCheck',
  'scope.add',
  'scope.paste',
  'scope.update',
  'scope.reorder',
  'scope.move',
  'scope.drop',
  'scope.remove',
  'git.take',
  'tickets.take',
  'tickets.follow',
  'tickets.unfollow',
  'tasks.save',
  'tasks.reorder',
  'tasks.remove',
  'dependencies.save',
  'dependencies.add',
  'dependencies.remove',
  'baselines.set',
  'stakeholders.save',
  'stakeholders.remove',
  'rollback.save',
  'rollback.rehearse',
  'rollback.removeRehearsal',
  'absences.save',
  'absences.remove',
  'bookings.create',
  'bookings.update',
  'bookings.delete',
  'capacity.commit',
  'capacity.update',
  'capacity.uncommit',
  'templates.save',
  'templates.remove',
  'windows.create',
  'windows.update',
  'windows.delete',
  'windows.changeOccurrence',
  'windows.moveReleases',
  'holidays.save',
  'holidays.remove',
  'trains.create',
  'trains.update',
  'trains.remove',
  'trains.generate',
  'trains.skip',
  'trains.keep',
  'trains.shift',
  'trains.passOn',
  'raci.set',
  'raci.reset',
  'deputies.save',
  'deputies.remove',
  'risks.add',
  'risks.update',
  'risks.remove',
  'policies.saveDraft',
  'policies.discardDraft',
  'gates.setDue',
  'policies.addGate',
  'policies.dropGate',
  'gates.proveControls',
  'controls.save',
  'controls.adopt',
  'controls.retire',
  'controls.remove',
  'pitfalls.set',
  'lessons.add',
  'lessons.edit',
  'lessons.saveUpdate',
  'lessons.removeUpdate',
  'lessons.remove',
  'matrix.set',
  'parity.keep',
  'parity.accept',
  'parity.unaccept',
  'parity.remove',
  'checklists.setItem',
  'checklists.addItem',
  'approvals.setRules',
  'checklists.setMany',
  'checklists.moveItem',
  'checklists.removeItem',
  'checklists.applyTemplate',
  'checklists.publishTemplate',
  'checklists.removeTemplate',
  'attachments.add',
  'attachments.remove',
  'comments.add',
  'comments.update',
  'comments.remove',
  'calendar.importIcs',
  'cab.create',
  'cab.update',
  'cab.remove',
  'cab.addItems',
  'cab.updateItem',
  'cab.removeItem',
  'cab.moveItem',
];

/**
 * Nobody means these by “undo”: a sync brings facts, a workspace begins once, and the clock of a
 * meeting runs on.
 */
const aside: readonly string[] = [
  'connections.sync',
  'connections.syncDue',
  'monitoring.run',
  'workspace.create',
  'workspace.openDemo',
  'cab.pause',
  'cab.resume',
  'cab.turn',
  'cab.open',
  'cab.skip',
];

const undoName = 'edits.undo';
const redoName = 'edits.redo';

export function kindOf(name: string): CommandKind {
  if (name === undoName) return 'undo';
  if (name === redoName) return 'redo';
  if (edits.includes(name)) return 'edit';
  return aside.includes(name) ? 'aside' : 'recorded';
}

/**
 * A command as the journal has it. Undo and redo stand there with the id of the command they took
 * back or did again behind their name, so that the journal alone says what is undone.
 */
export function readCommand(text: string): { name: string; of: string | null } {
  const [name = '', of] = text.split(' ');
  return { name, of: of ?? null };
}

/** A command of one person on one device, by its id. */
export type OwnCommand = { id: string; command: string };

/**
 * A command that can be undone or done again. `last` is the command that put its rows where they
 * are: itself, or the undo or redo after it.
 */
export type Step = { command: string; name: string; kind: 'edit' | 'recorded'; last: string };

/** The newest first. Among what can be undone stands what was recorded, which is in the way. */
export type Stacks = { undo: Step[]; redo: Step[] };

/**
 * What of one person's commands on one device can be undone and done again, from the commands in
 * their order. A new edit ends what could be done again. The oldest may be missing: undoing or
 * doing again what is not known then changes nothing.
 */
export function stacksOf(commands: readonly OwnCommand[]): Stacks {
  const undo: Step[] = [];
  let redo: Step[] = [];
  for (const { id, command } of commands) {
    const { name, of } = readCommand(command);
    const kind = kindOf(name);
    if (kind === 'undo') move(undo, redo, of, id);
    else if (kind === 'redo') move(redo, undo, of, id);
    else if (kind !== 'aside') {
      undo.push({ command: id, name, kind, last: id });
      if (kind === 'edit') redo = [];
    }
  }
  return { undo: undo.reverse(), redo: redo.reverse() };
}

function move(from: Step[], to: Step[], command: string | null, last: string): void {
  const at = from.findIndex((step) => step.command === command);
  const [step] = at < 0 ? [] : from.splice(at, 1);
  if (step !== undefined) to.push({ ...step, last });
}
