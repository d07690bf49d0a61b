import type { Input, Output } from '#shared/contract/index.ts';
import { windowKinds } from '#shared/model/planning/windows.ts';
import type { WindowKind } from '#shared/model/planning/windows.ts';
import { bandWords } from '../../../app/theme/bands.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { numberText } from '../../../components/number-text.ts';
import { zoneOptions } from '../../workspace/workspace/index.ts';

export type Choices = Omit<Input<'calendar.readIcs'>, 'source' | 'progressId'>;

type ImportChoicesProps = {
  read: Output<'calendar.readIcs'>;
  choices: Choices;
  onChoose: (changed: Partial<Choices>) => void;
};

const kinds = windowKinds.map((value) => ({ value, label: sentence(bandWords[value]) }));

/** What the file leaves open: kinds, zones, and where days off go. */
export function ImportChoices({ read, choices, onChoose }: ImportChoicesProps) {
  const { zones = [], kind = null, kindForAll = false, as } = choices;
  const answered = new Map(zones.map(({ tzid, zone }) => [tzid, zone]));
  const answer = (tzid: string, zone: string) => {
    const others = zones.filter((each) => each.tzid !== tzid);
    onChoose({ zones: zone === '' ? others : [...others, { tzid, zone }] });
  };
  return (
    <div>
      <FieldRow>
        {as === 'windows' && (
          <SelectInput
            label="Kind of what does not say it"
            width={260}
            none={read.withoutKind === 0 ? 'Every event says it' : 'Choose one'}
            options={kinds}
            value={kind ?? ''}
            help={kindHelp(read.withoutKind)}
            onChange={({ target }) => onChoose({ kind: kindOf(target.value) })}
          />
        )}
        {as === 'holidays' && <HolidayPlace {...{ read, choices, onChoose }} />}
        <SelectInput
          label="Times in UTC, and days"
          width={260}
          options={zoneOptions(read.zone)}
          value={choices.zone ?? read.zone}
          help="The zone they are read in; others keep their own."
          onChange={({ target }) => onChoose({ zone: target.value })}
        />
        {read.zones.map(({ tzid, events, zone }) => (
          <SelectInput
            key={tzid}
            label={`Zone “${tzid.length > 60 ? `${tzid.slice(0, 60)}…` : tzid}”`}
            width={260}
            none="Choose the zone it is"
            options={zoneOptions(zone ?? read.zone)}
            value={answered.get(tzid) ?? zone ?? ''}
            help={`${numberText(events)} ${events === 1 ? 'event is' : 'events are'} in it, and nobody knows it.`}
            onChange={({ target }) => answer(tzid, target.value)}
          />
        ))}
      </FieldRow>
      {as === 'windows' && kind !== null && (
        <CheckboxInput
          label="All new ones are of this kind"
          help="Whatever their categories and names say."
          checked={kindForAll}
          onChange={({ target }) => onChoose({ kindForAll: target.checked })}
        />
      )}
    </div>
  );
}

/** An existing calendar, or a new one under a name. */
function HolidayPlace({ read, choices, onChoose }: ImportChoicesProps) {
  const { holidayCalendar: into } = choices;
  const isNew = into === undefined || 'name' in into;
  return (
    <>
      <SelectInput
        label="Into the holiday calendar"
        width={260}
        none="A new one"
        options={read.holidayCalendars.map(({ id, name }) => ({ value: id, label: name }))}
        value={isNew ? '' : into.id}
        onChange={({ target: { value } }) =>
          onChoose({ holidayCalendar: value === '' ? { name: read.name } : { id: value } })
        }
      />
      {isNew && (
        <TextInput
          label="Its name"
          width={260}
          value={into?.name ?? ''}
          placeholder="Bank holidays, England"
          onChange={({ target: { value } }) =>
            onChoose({ holidayCalendar: value === '' ? undefined : { name: value } })
          }
        />
      )}
    </>
  );
}

function kindHelp(without: number): string {
  if (without === 0) return 'By category and name: freeze, maintenance, holiday and the like.';
  return `${numberText(without)} ${without === 1 ? 'event has' : 'events have'} neither a category nor a name that tells.`;
}

function kindOf(value: string): WindowKind | null {
  return windowKinds.find((kind) => kind === value) ?? null;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
