import { useCallback } from 'react';
import type { Person, Role } from '#shared/model/workspace/people.ts';
import { readPastedPeople } from '#shared/rules/workspace/pasted-people.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { PasteTable } from '../../../components/paste/PasteTable.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { Pasted } from '../../../state/pasted.ts';

type PastePeopleProps = {
  pasted: Pasted;
  people: readonly Person[];
  roles: readonly Role[];
};

/** People from a directory, a spreadsheet or a CSV file, looked at before they are taken. */
export function PastePeople({ pasted, people, roles }: PastePeopleProps) {
  const { run } = useCommand('people.paste');
  const read = useCallback(
    (text: string) => readPastedPeople(text, { people, roles }),
    [people, roles],
  );
  return (
    <SplitView>
      <PasteTable
        title="Paste people"
        noun={['person', 'people']}
        help="One person a line: a name, or “Name <address>”; or cells of a spreadsheet or CSV with or without headings: name, e-mail, roles. Whoever is there already is found by the address, else by the name."
        placeholder={'name\te-mail\troles\nIris Lindqvist\tiris@harbour.example\tSecurity lead'}
        pasted={pasted}
        read={read}
        send={async (rows) => {
          const answer = await run({ rows });
          if (!answer.ok) return answer.error;
          const count = answer.value.length;
          const text = `${count === 1 ? '1 person' : `${count} people`} taken from the list`;
          showToast({ text, undo: undoOf(answer) });
          return null;
        }}
      />
    </SplitView>
  );
}
