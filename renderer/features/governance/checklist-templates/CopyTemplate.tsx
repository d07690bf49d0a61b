import { useState } from 'react';
import type { ChecklistTemplateSummary } from '#shared/model/governance/checklist-templates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

type CopyTemplateProps = {
  template: ChecklistTemplateSummary;
  onSaved: (id: string) => void;
  onClose: () => void;
};

/** A template as one of the workspace's own, to change it there. */
export function CopyTemplate({ template, onSaved, onClose }: CopyTemplateProps) {
  const { run } = useCommand('checklists.publishTemplate');
  const [name, setName] = useState(`Our ${template.name}`.slice(0, 200));
  const send = async () => {
    const { about, content } = template;
    const note = `From ${template.name}`.slice(0, 500);
    const answer = await run({ name, about, content, note });
    if (!answer.ok) return answer.error.fields?.['name'] ?? answer.error.message;
    showToast({ text: `Checklist template ${answer.value.name} published`, undo: undoOf(answer) });
    onSaved(answer.value.id);
    return null;
  };
  return (
    <FormDialog title={`Copy “${template.name}”`} action="Copy" onSend={send} onClose={onClose}>
      <p>
        The copy is yours to change. Where it is for a release, the one shipped with Slipway is not
        used beside it.
      </p>
      <TextInput
        autoFocus
        label="Name of the template"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}
