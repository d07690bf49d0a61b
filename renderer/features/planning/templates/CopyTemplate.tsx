import { useState } from 'react';
import type { TemplateSummary } from '#shared/model/planning/templates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

type CopyTemplateProps = {
  template: TemplateSummary;
  onSaved: (id: string) => void;
  onClose: () => void;
};

/** One of the program's own as a template of the workspace, to change it there. */
export function CopyTemplate({ template, onSaved, onClose }: CopyTemplateProps) {
  const { run } = useCommand('templates.save');
  const [name, setName] = useState(`Our ${template.name.toLowerCase()}`);
  const send = async () => {
    const answer = await run({ copyOf: template.type, name });
    if (!answer.ok) return answer.error.message;
    showToast({ text: `Template ${answer.value.name} saved`, undo: undoOf(answer) });
    onSaved(answer.value.id);
    return null;
  };
  return (
    <FormDialog title={`Copy “${template.name}”`} action="Copy" onSend={send} onClose={onClose}>
      <p>The copy is yours to change. The one shipped with Slipway stays as it is.</p>
      <TextInput
        autoFocus
        label="Name of the template"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}
