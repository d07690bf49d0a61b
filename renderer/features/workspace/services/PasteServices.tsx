import { useCallback } from 'react';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Service } from '#shared/model/workspace/services.ts';
import type { Team } from '#shared/model/workspace/teams.ts';
import { checkScheme } from '#shared/rules/planning/versions/versions.ts';
import { readPastedServices } from '#shared/rules/workspace/pasted-services.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { PasteTable } from '../../../components/paste/PasteTable.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import type { Pasted } from '../../../state/pasted.ts';

type PasteServicesProps = {
  pasted: Pasted;
  services: readonly Service[];
  people: readonly Person[];
  teams: readonly Team[];
};

/** Services from a catalogue, a spreadsheet or a CSV file, looked at before they are taken. */
export function PasteServices({ pasted, services, people, teams }: PasteServicesProps) {
  const { run } = useCommand('services.paste');
  const read = useCallback(
    (text: string) => readPastedServices(text, { services, people, teams, checkScheme }),
    [services, people, teams],
  );
  return (
    <SplitView>
      <PasteTable
        title="Paste services"
        noun={['service', 'services']}
        help="One service a line; or cells of a spreadsheet or CSV with or without headings: service, criticality, financial (yes or no), versions (semver, calendar YYYY.MM.MICRO, pattern …), owners, team. A service that is there already is found by its name."
        placeholder={
          'service\tcriticality\tfinancial\towners\npayments-api\tcritical\tyes\tJon Bell'
        }
        pasted={pasted}
        read={read}
        send={async (rows) => {
          const answer = await run({ rows });
          if (!answer.ok) return answer.error;
          const count = answer.value.length;
          const text = `${count === 1 ? '1 service' : `${count} services`} taken from the list`;
          showToast({ text, undo: undoOf(answer) });
          return null;
        }}
      />
    </SplitView>
  );
}
