import type { TemplateView } from '#shared/model/planning/templates.ts';
import type { Role } from '#shared/model/workspace/people.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import { templateChanges } from '#shared/rules/planning/templates/template-changes.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { draftOf } from './edited-template.ts';
import type { EditedTemplate } from './edited-template.ts';
import { usedInWords } from './template-words.ts';

export type TemplateSaves = {
  /** Adds the next version, when nobody saved one since the one that was edited. */
  save: (edited: EditedTemplate, rev: number, note: string) => Promise<boolean>;
  /** Saves what an earlier version was as the next one. */
  restore: (number: number) => Promise<boolean>;
  remove: () => Promise<boolean>;
  pending: boolean;
  error: CallError | null;
  clearError: () => void;
};

export function useTemplateSaves({ id, rev: newest }: TemplateView): TemplateSaves {
  const { run, pending, error, clearError } = useCommand('templates.save');
  const removal = useCommand('templates.remove');
  const askVersion = useAsk('templates.get');
  return {
    async save(edited, rev, note) {
      const { name, about } = edited;
      const answer = await run({ id, rev, name, about, content: draftOf(edited), note });
      if (!answer.ok) return false;
      showToast({ text: `Version ${answer.value.rev} saved`, undo: undoOf(answer) });
      return true;
    },
    async restore(number) {
      const former = await askVersion({ id, number });
      if (!former.ok) {
        showToast({ text: former.error.message, tone: 'failed' });
        return false;
      }
      const { name, about, content } = former.value;
      const note = `As version ${number}`;
      const answer = await run({ id, rev: newest, name, about, content, note });
      if (!answer.ok) return false;
      const text =
        answer.value.rev === newest
          ? `It is as version ${number} already`
          : `Version ${answer.value.rev} is as version ${number} was`;
      showToast({ text, undo: undoOf(answer) });
      return true;
    },
    async remove() {
      const answer = await removal.run({ id });
      if (!answer.ok) {
        showToast({ text: answer.error.message, tone: 'failed' });
        return false;
      }
      const { name, releases } = answer.value;
      const kept = releases === 0 ? '' : `; ${usedInWords(releases)} made from it keep everything`;
      showToast({ text: `Template ${name} removed${kept}`, undo: undoOf(answer) });
      return true;
    },
    pending: pending || removal.pending,
    error,
    clearError,
  };
}

/** Where what is saved now and what was typed differ, for the choice between them. */
export function typedDifferences(
  saved: EditedTemplate,
  typed: EditedTemplate,
  roles: readonly Role[],
): { label: string; saved: string; typed: string }[] {
  const named = new Map(roles.map(({ key, name }) => [key, name]));
  const whole = (edited: EditedTemplate) => ({
    ...draftOf(edited),
    name: edited.name,
    about: edited.about,
  });
  return templateChanges(whole(saved), whole(typed), (key) => named.get(key) ?? key).map(
    ({ what, from, to }) => ({ label: what, saved: from ?? 'not there', typed: to ?? 'not there' }),
  );
}
