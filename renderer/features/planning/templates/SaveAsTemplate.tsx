import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../../api/useCommand.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';

type SaveAsTemplateProps = { release: { id: string; name: string }; onClose: () => void };

/** A template from a release: what it is made of without what it shipped. */
export function SaveAsTemplate({ release, onClose }: SaveAsTemplateProps) {
  const navigate = useNavigate();
  const { run } = useCommand('templates.save');
  const [name, setName] = useState('');
  const [about, setAbout] = useState('');
  const send = async () => {
    const answer = await run({ fromReleaseId: release.id, name, about });
    if (!answer.ok) return answer.error.fields?.['name'] ? nameless : answer.error.message;
    const open = () =>
      void navigate({ to: '/settings/$section', params: { section: 'templates' } });
    showToast({
      text: `Template ${answer.value.name} saved`,
      undo: undoOf(answer),
      action: { label: 'Open the templates', run: open },
    });
    return null;
  };
  return (
    <FormDialog title="Save as template" action="Save the template" onSend={send} onClose={onClose}>
      <p>
        Type, lead times, roles, gates and checklist of <bdi>{release.name}</bdi> are what new
        releases begin with. Scope, tasks, rollback plan, people and decisions stay here.
      </p>
      <TextInput
        autoFocus
        label="Name of the template"
        placeholder="Payments release"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextArea
        optional
        label="What releases it is for"
        rows={2}
        value={about}
        onChange={(event) => setAbout(event.target.value)}
      />
    </FormDialog>
  );
}

const nameless = 'Give the template a name of 1 to 200 characters, on one line.';
