import Button from '@mui/material/Button';
import { FileClock } from 'lucide-react';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { kindWords } from './import-words.ts';

/** Sheets that were read before: the next one with the same headings begins at its preview. */
export function RememberedSheets() {
  const list = useProcedure('imports.mappings', {}).data ?? [];
  const forget = useCommand('imports.forget');
  if (list.length === 0) return null;
  const run = async (id: string) => {
    const answer = await forget.run({ id });
    if (answer.ok) showToast({ text: 'Reading forgotten', undo: undoOf(answer) });
    else showToast({ text: answer.error.message, tone: 'failed' });
  };
  return (
    <Section
      title="Read before"
      note="The next sheet with the same headings is read in the same way."
    >
      <PanelList label="Sheets read before">
        {list.map(({ id, kind, headings }) => (
          <PanelRow
            key={id}
            lead={<FileClock size={16} aria-hidden />}
            title={kindWords[kind]}
            note={<bdi>{headings.join(' · ')}</bdi>}
            end={
              <Button
                variant="text"
                aria-label={`Forget the reading of ${headings.join(', ').slice(0, 80)}`}
                onClick={() => void run(id)}
              >
                Forget
              </Button>
            }
          />
        ))}
      </PanelList>
    </Section>
  );
}
