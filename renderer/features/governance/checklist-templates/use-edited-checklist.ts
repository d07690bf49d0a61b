import { useState } from 'react';
import { z } from 'zod';
import type { ChecklistTemplateView } from '#shared/model/governance/checklist-templates.ts';
import { dropDraft, readDraft, writeDraft } from '../../../state/draft.ts';
import { editedChecklist, editedOf } from './edited-checklist.ts';
import type { EditedChecklist } from './edited-checklist.ts';

const kept = z.object({ rev: z.number(), edited: editedChecklist });

/** What is typed into a template; it outlives navigation and reload until it is published or given up. */
export function useEditedChecklist(template: ChecklistTemplateView) {
  const key = `checklist-template.${template.id}`;
  const [typed, setTyped] = useState(() => kept.safeParse(readDraft(key)).data ?? null);
  const saved = editedOf(template);
  const edited = typed?.edited ?? saved;
  return {
    edited,
    /** The version the typing began on. */
    rev: typed?.rev ?? template.rev,
    isDirty: JSON.stringify(edited) !== JSON.stringify(saved),
    change: (next: EditedChecklist) => {
      const draft = { rev: typed?.rev ?? template.rev, edited: next };
      setTyped(draft);
      writeDraft(key, draft);
    },
    /** Back to what is published. */
    settle: () => {
      setTyped(null);
      dropDraft(key);
    },
  };
}
