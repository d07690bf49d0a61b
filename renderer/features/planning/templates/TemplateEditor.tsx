import { useState } from 'react';
import Button from '@mui/material/Button';
import { ArrowLeft, History, Trash2 } from 'lucide-react';
import type { TemplateView } from '#shared/model/planning/templates.ts';
import type { Person, Role } from '#shared/model/workspace/people.ts';
import { problemsInWords } from '#shared/rules/planning/templates/own-templates.ts';
import { FormConflict } from '../../../components/editing/FormConflict.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { ChecklistEditor } from './ChecklistEditor.tsx';
import { GateInspector } from './GateInspector.tsx';
import { GateRows } from './GateRows.tsx';
import { TemplateBasics } from './TemplateBasics.tsx';
import { VersionHistory } from './VersionHistory.tsx';
import { editedOf, newGate, problemsOf, withGate, withGates } from './edited-template.ts';
import { useEdited } from './use-edited.ts';
import { typedDifferences, useTemplateSaves } from './use-template-saves.ts';
import styles from './templates.module.css';

type TemplateEditorProps = {
  template: TemplateView;
  lists: { people: readonly Person[]; roles: readonly Role[] };
  onClose: () => void;
};

/** One template of the workspace: everything about it is typed, then saved as its next version. */
export function TemplateEditor({ template, lists, onClose }: TemplateEditorProps) {
  const { edited, rev, isDirty, change, settle } = useEdited(template);
  const saves = useTemplateSaves(template);
  const [beside, setBeside] = useState<number | 'versions' | null>('versions');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const problems = problemsOf(
    edited,
    lists.roles.map(({ key }) => key),
  );
  const errorAt = (path: string) =>
    tried ? problems.find((problem) => problem.path === path)?.message : undefined;
  const save = async (base: number) => {
    setTried(true);
    if (problems.length > 0) return;
    if (!(await saves.save(edited, base, note))) return;
    settle();
    setNote('');
    setTried(false);
  };
  const remove = async () => {
    if (await saves.remove()) onClose();
  };
  const discard = () => {
    settle();
    saves.clearError();
    setTried(false);
  };
  const gate = typeof beside === 'number' ? edited.content.gates[beside] : undefined;
  return (
    <SplitView
      inspector={
        typeof beside === 'number' && gate !== undefined ? (
          <GateInspector
            key={gate.key}
            gate={gate}
            roles={lists.roles}
            errorAt={(field) => errorAt(`gates.${beside}.${field}`)}
            onChange={(next) => change(withGate(edited, beside, next))}
            onClose={() => setBeside('versions')}
          />
        ) : (
          beside === 'versions' && (
            <VersionHistory
              template={template}
              people={lists.people}
              isDirty={isDirty}
              restore={saves.restore}
              onClose={() => setBeside(null)}
            />
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
      {saves.error?.code === 'conflict' && (
        <FormConflict
          error={saves.error}
          theirs={typedDifferences(editedOf(template), edited, lists.roles)}
          onKeepMine={() => void save(template.rev)}
          onTakeTheirs={discard}
        />
      )}
      {saves.error !== null && saves.error.code !== 'conflict' && (
        <p className={styles['refusal']} role="alert">
          {saves.error.message}
        </p>
      )}
      <TemplateBasics edited={edited} roles={lists.roles} errorAt={errorAt} onChange={change} />
      <GateRows
        gates={edited.content.gates}
        selected={typeof beside === 'number' ? beside : null}
        error={errorAt('gates')}
        problems={tried ? problems : []}
        roles={lists.roles}
        onOpen={setBeside}
        onChange={(gates) => {
          change(withGates(edited, gates));
          setBeside('versions');
        }}
        onAdd={() => {
          change(withGates(edited, [...edited.content.gates, newGate(edited)]));
          setBeside(edited.content.gates.length);
        }}
      />
      <ChecklistEditor edited={edited} errorAt={errorAt} onChange={change} />
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
            loading={saves.pending}
            disabled={!isDirty}
            onClick={() => void save(rev)}
          >
            Save as version {template.rev + 1}
          </Button>
          {isDirty && (
            <Button variant="text" onClick={discard}>
              Discard what I typed
            </Button>
          )}
          <span className={styles['hint']}>
            Releases that were made from it keep the version they came from.
          </span>
        </div>
      </div>
    </SplitView>
  );
}
