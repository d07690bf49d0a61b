import { useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { mostAlternatives } from '#shared/model/planning/rollback.ts';
import type { Alternative, RollbackRecord } from '#shared/model/planning/rollback.ts';
import { alternativeWords } from '#shared/rules/planning/rehearsals.ts';
import { Empty } from '../../../components/Empty.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import type { ReleasePage } from '../releases/index.ts';
import { AlternativeDialog } from './AlternativeDialog.tsx';
import type { RollbackEdits } from './use-rollback.ts';
import styles from './rollback.module.css';

type AlternativesProps = { plan: RollbackRecord; page: ReleasePage; edits: RollbackEdits };

/** What can be done instead of going back. */
export function Alternatives({ plan, page, edits }: AlternativesProps) {
  // The place in the list, or one past its end for a new one.
  const [editing, setEditing] = useState<number | null>(null);
  const { alternatives } = plan;
  const { editable } = page;
  const put = async (place: number, changed: Alternative) => {
    const next = [...alternatives];
    next[place] = changed;
    const refused = await edits.save({ alternatives: next }, 'Alternative saved');
    return refused?.message ?? null;
  };
  const remove = async (place: number) => {
    const next = alternatives.filter((_, index) => index !== place);
    const refused = await edits.save({ alternatives: next }, 'Alternative removed');
    if (refused !== null) showToast({ text: refused.message, tone: 'failed' });
  };
  return (
    <Section
      title="Alternatives"
      note="when going back is not the best way out"
      actions={
        editable &&
        alternatives.length < mostAlternatives && (
          <Button startIcon={<Plus />} onClick={() => setEditing(alternatives.length)}>
            Add an alternative
          </Button>
        )
      }
    >
      {alternatives.length === 0 && (
        <Empty
          small
          text="Rolling forward, switching a feature off or restoring a backup, each with how it is done and when it is the better choice."
        />
      )}
      {alternatives.length > 0 && (
        <PanelList label="Alternatives">
          {alternatives.map(({ kind, how }, place) => (
            <PanelRow
              key={`${place} ${kind}`}
              title={alternativeWords[kind]}
              note={
                <span className={styles['how']} dir="auto">
                  {how}
                </span>
              }
              end={
                editable && (
                  <>
                    <IconButton
                      aria-label={`Change the alternative ${alternativeWords[kind]}`}
                      onClick={() => setEditing(place)}
                    >
                      <Pencil />
                    </IconButton>
                    <IconButton
                      aria-label={`Remove the alternative ${alternativeWords[kind]}`}
                      onClick={() => void remove(place)}
                    >
                      <Trash2 />
                    </IconButton>
                  </>
                )
              }
            />
          ))}
        </PanelList>
      )}
      {editing !== null && (
        <AlternativeDialog
          alternative={alternatives[editing] ?? null}
          onSend={(changed) => put(editing, changed)}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
