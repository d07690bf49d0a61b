import { useDeferredValue, useEffect, useState } from 'react';
import Button from '@mui/material/Button';
import { ArrowLeft } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormConflict } from '../../../components/editing/FormConflict.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { SplitView } from '../../../components/SplitView.tsx';
import { undoOf } from '../../../state/edits.ts';
import { CodeArea } from './CodeArea.tsx';
import { PolicyBeside } from './PolicyBeside.tsx';
import { PublishPolicy } from './PublishPolicy.tsx';
import type { PolicySource } from './PolicySettings.tsx';
import { usePolicyText } from './use-policy-text.ts';
import styles from './policies.module.css';

type PolicyEditorProps = {
  source: PolicySource;
  opened: Output<'policies.get'>;
  textInForce: string;
  /** The number of the version in force, to notice one that is published meanwhile. */
  inForce: number | null;
  /** The draft as it is saved now; null while there is none. */
  draftRev: number | null;
  onClose: () => void;
};

/** A moment without typing, before the releases are asked again. */
const pauseMs = 350;

/** The text of the policy with its errors at their lines, and what it makes of the last releases. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { source, opened, textInForce, inForce, draftRev, onClose } = props;
  const { text, baseRev, isDirty, change, settle } = usePolicyText(source, opened);
  const [releases, setReleases] = useState(20);
  const [isPublishing, setPublishing] = useState(false);
  const asked = usePaused(text);
  const preview = useProcedure(
    'policies.preview',
    { text: asked, releases },
    { keepPrevious: true },
  );
  const save = useCommand('policies.saveDraft');
  const isDraft = opened.version.state === 'draft';
  const problems = preview.data?.problems ?? opened.problems;
  const differs = text !== textInForce;

  /** `rev` is the draft as the typing began on it; null where it began on something else. */
  const keep = async (rev: number | null) => {
    const basedOn = isDraft ? undefined : source;
    const answer = await save.run({ text, basedOn, rev });
    if (!answer.ok) {
      if (answer.error.code === 'conflict') return;
      showToast({ text: answer.error.message, tone: 'failed' });
      return;
    }
    settle();
    showToast({ text: 'Draft saved; nothing applies until it is published', undo: undoOf(answer) });
    if (!isDraft) onClose();
  };
  return (
    <SplitView fills>
      <div className={styles['editor']}>
        <div className={styles['bar']}>
          <Button startIcon={<ArrowLeft />} onClick={onClose}>
            All policies
          </Button>
          <h2 className={styles['title']}>
            <bdi>{opened.version.name}</bdi>
            <span>{standing(opened.version)}</span>
          </h2>
          {isDirty && (
            <Button variant="text" onClick={settle}>
              Discard what I typed
            </Button>
          )}
          <Button
            disabled={!isDirty && isDraft}
            onClick={() => void keep(isDraft ? baseRev : null)}
          >
            Save as draft
          </Button>
          <Button
            variant="contained"
            disabled={problems.length > 0 || !differs}
            title={differs ? undefined : 'This text is in force already'}
            onClick={() => setPublishing(true)}
          >
            Publish…
          </Button>
        </div>
        {save.error?.code === 'conflict' && (
          <FormConflict
            error={save.error}
            theirs={[]}
            onKeepMine={() => void keep(draftRev)}
            onTakeTheirs={() => {
              settle();
              save.clearError();
              if (!isDraft) onClose();
            }}
          />
        )}
        <div className={styles['workbench']}>
          <CodeArea label="Text of the policy" text={text} problems={problems} onChange={change} />
          <PolicyBeside
            preview={preview}
            problems={problems}
            text={asked}
            textInForce={textInForce}
            releases={releases}
            onReleases={setReleases}
          />
        </div>
      </div>
      {isPublishing && (
        <PublishPolicy
          text={text}
          after={inForce}
          onPublished={() => {
            settle();
            onClose();
          }}
          onClose={() => setPublishing(false)}
        />
      )}
    </SplitView>
  );
}

function standing({ state, number, inForce }: Output<'policies.get'>['version']): string {
  const force = inForce ? ', in force' : '';
  if (state === 'draft') return 'draft';
  return state === 'shipped' ? `shipped with Slipway${force}` : `version ${number}${force}`;
}

/** The text as it was when typing last paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(paused);
}
