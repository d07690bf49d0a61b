import { useState } from 'react';
import Button from '@mui/material/Button';
import { ArrowLeft, History, Trash2 } from 'lucide-react';
import type { ChecklistTemplateView } from '#shared/model/governance/checklist-templates.ts';
import type { Person, Role } from '#shared/model/workspace/people.ts';
import {
  checkChecklistTemplate,
  checklistChanges,
} from '#shared/rules/governance/checklist-templates.ts';
import { problemsInWords } from '#shared/rules/planning/templates/own-templates.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormConflict } from '../../../components/editing/FormConflict.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { Audience } from './Audience.tsx';
import { ItemRows } from './ItemRows.tsx';
import { ItemTerms } from './ItemTerms.tsx';
import { Versions } from './Versions.tsx';
import { draftOf, withItem } from './edited-checklist.ts';
import { useEditedChecklist } from './use-edited-checklist.ts';
import styles from './checklist-templates.module.css';

type TemplateEditorProps = {
  template: ChecklistTemplateView;
  lists: { people: readonly Person[]; roles: readonly Role[] };
  onClose: () => void;
};

/** One checklist template: everything about it is typed, then published as its next version. */
export function TemplateEditor({ template, lists, onClose }: TemplateEditorProps) {
  const { edited, rev, isDirty, change, settle } = useEditedChecklist(template);
  const { run, pending, error, clearError } = useCommand('checklists.publishTemplate');
  const removal = useCommand('checklists.removeTemplate');
  const [beside, setBeside] = useState<number | 'versions' | null>('versions');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const draft = draftOf(edited);
  const problems = checkChecklistTemplate(
    draft,
    lists.roles.map(({ key }) => key),
  );
  const errorAt = (path: string) =>
    tried ? problems.find((problem) => problem.path === path)?.message : undefined;
  const publish = async (base: number) => {
    setTried(true);
    if (problems.length > 0) return;
    const answer = await run({ id: template.id, rev: base, ...draft, note });
    if (!answer.ok) return;
    showToast({ text: `Version ${answer.value.rev} published`, undo: undoOf(answer) });
    settle();
    setNote('');
    setTried(false);
  };
  const remove = async () => {
    const answer = await removal.run({ id: template.id });
    if (!answer.ok) {
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    showToast({ text: `Checklist template ${answer.value.name} removed`, undo: undoOf(answer) });
    onClose();
  };
  const discard = () => {
    settle();
    clearError();
    setTried(false);
  };
  const item = typeof beside === 'number' ? edited.items[beside] : undefined;
  const named = new Map(lists.roles.map(({ key, name }) => [key, name]));
  return (
    <SplitView
      inspector={
        typeof beside === 'number' && item !== undefined ? (
          <ItemTerms
            key={item.key}
            item={item}
            items={edited.items}
            roles={lists.roles}
            errorAt={(field) => errorAt(`items.${beside}.${field}`)}
            onChange={(next) => change(withItem(edited, beside, next))}
            onClose={() => setBeside('versions')}
          />
        ) : (
          beside === 'versions' && (
            <Versions template={template} people={lists.people} onClose={() => setBeside(null)} />
          )
        )
      }
    >
      <div className={styles['bar']}>
        <Button variant="text" startIcon={<ArrowLeft />} onClick={onClose}>
          All templates
        </Button>
        {beside !== 'versions' && (
          <Button startIcon={<History />} onClick={() => setBeside('versions')}>
            Versions
          </Button>
        )}
        <Button startIcon={<Trash2 />} onClick={() => void remove()}>
          Remove the template
        </Button>
      </div>
      {error?.code === 'conflict' && (
        <FormConflict
          error={error}
          theirs={checklistChanges(
            template.content,
            draft.content,
            (key) => named.get(key) ?? key,
          ).map(({ what, from, to }) => ({
            label: what,
            saved: from ?? 'not there',
            typed: to ?? 'not there',
          }))}
          onKeepMine={() => void publish(template.rev)}
          onTakeTheirs={discard}
        />
      )}
      {error !== null && error.code !== 'conflict' && (
        <p className={styles['refusal']} role="alert">
          {error.message}
        </p>
      )}
      <Section title="Template">
        <div className={styles['form']}>
          <TextInput
            label="Name"
            value={edited.name}
            error={errorAt('name')}
            onChange={({ target }) => change({ ...edited, name: target.value })}
          />
          <TextArea
            label="What releases it is for"
            rows={2}
            value={edited.about}
            error={errorAt('about')}
            onChange={({ target }) => change({ ...edited, about: target.value })}
          />
          <Audience
            types={edited.types}
            bands={edited.bands}
            onChange={(audience) => change({ ...edited, ...audience })}
          />
        </div>
      </Section>
      <ItemRows
        edited={edited}
        selected={typeof beside === 'number' ? beside : null}
        error={errorAt('items')}
        errorOf={(at) =>
          tried ? problems.find(({ path }) => path.startsWith(`items.${at}.`))?.message : undefined
        }
        onOpen={(at) => setBeside(at ?? 'versions')}
        onChange={change}
      />
      <div className={`${styles['save']} ${isDirty ? styles['typed'] : ''}`}>
        {tried && problems.length > 0 && (
          <p className={styles['refusal']} role="alert">
            {problemsInWords(problems)}
          </p>
        )}
        <TextInput
          optional
          label="What is different in this version, and why"
          width={560}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className={styles['buttons']}>
          <Button
            variant="contained"
            loading={pending}
            disabled={!isDirty}
            onClick={() => void publish(rev)}
          >
            Publish version {template.rev + 1}
          </Button>
          {isDirty && (
            <Button variant="text" onClick={discard}>
              Discard what I typed
            </Button>
          )}
          <span className={styles['quiet']}>
            New releases are filled from it; lists that were filled before are offered it.
          </span>
        </div>
      </div>
    </SplitView>
  );
}
