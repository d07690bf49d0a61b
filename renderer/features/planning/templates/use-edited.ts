import { useState } from 'react';
import { z } from 'zod';
import type { TemplateView } from '#shared/model/planning/templates.ts';
import { dropDraft, readDraft, writeDraft } from '../../../state/draft.ts';
import { editedOf, editedTemplate } from './edited-template.ts';
import type { EditedTemplate } from './edited-template.ts';

const kept = z.object({ rev: z.number(), edited: editedTemplate });

export type Edited = {
  edited: EditedTemplate;
  /** The version the typing began on. */
  rev: number;
  isDirty: boolean;
  change: (next: EditedTemplate) => void;
  /** Back to what is saved. */
  settle: () => void;
};

/** What is typed into a template; it outlives navigation and reload until it is saved or given up. */
export function useEdited(template: TemplateView): Edited {
  const key = `template.${template.id}`;
  const [typed, setTyped] = useState(() => kept.safeParse(readDraft(key)).data ?? null);
  const saved = editedOf(template);
  const edited = typed?.edited ?? saved;
  return {
    edited,
    rev: typed?.rev ?? template.rev,
    isDirty: JSON.stringify(edited) !== JSON.stringify(saved),
    change: (next) => {
      const draft = { rev: typed?.rev ?? template.rev, edited: next };
      setTyped(draft);
      writeDraft(key, draft);
    },
    settle: () => {
      setTyped(null);
      dropDraft(key);
    },
  };
}
