import { factGroups } from '#shared/model/governance/gates.ts';
import type { FactGroup } from '#shared/model/governance/gates.ts';
import type { TemplateFact } from '#shared/model/planning/templates.ts';
import type { Role } from '#shared/model/workspace/people.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Inspector } from '../../../components/Inspector.tsx';
import { toggleSeat } from './edited-template.ts';
import type { EditedGate } from './edited-template.ts';
import { GateQuorum } from './GateQuorum.tsx';
import { checkChoices, conditionChoices, groupChoices, phaseChoices } from './template-words.ts';

type GateInspectorProps = {
  gate: EditedGate;
  roles: readonly Role[];
  errorAt: (field: string) => string | undefined;
  onChange: (gate: EditedGate) => void;
  onClose: () => void;
};

/** One gate of a template. What is typed here is saved with the template as a whole. */
export function GateInspector({ gate, roles, errorAt, onChange, onClose }: GateInspectorProps) {
  const decided = gate.check === 'decision';
  const bound: readonly FactGroup[] = gate.facts ?? factGroups;
  const said = (field: string) => messageOf({ message: errorAt(field) ?? '' });
  const seatError =
    said('places') ?? gate.places.map((_, index) => said(`places.${index}`)).find(Boolean);
  const gone = gate.places.filter(({ roleKey }) => !roles.some(({ key }) => key === roleKey));
  const offered = [
    ...roles,
    ...gone.map(({ roleKey }) => ({ key: roleKey, name: `${roleKey} (no role any more)` })),
  ];
  return (
    <Inspector
      title={gate.name.trim() === '' ? 'A new gate' : gate.name}
      onClose={onClose}
      actionsNote="Saved together with the template, as its next version."
    >
      <TextInput
        autoFocus={gate.name === ''}
        label="Name"
        placeholder="QA sign-off"
        value={gate.name}
        error={said('name')}
        onChange={(event) => onChange({ ...gate, name: event.target.value })}
      />
      <SelectInput
        label="Phase"
        help="A release leaves the phase only when the gate is passed."
        value={gate.phase}
        options={phaseChoices}
        error={said('phase')}
        onChange={({ target }) => {
          const found = phaseChoices.find(({ value }) => value === target.value);
          if (found !== undefined) onChange({ ...gate, phase: found.value });
        }}
      />
      <SelectInput
        label="Passed when"
        value={gate.check}
        options={checkChoices}
        error={said('check')}
        onChange={({ target }) => {
          const found = checkChoices.find(({ value }) => value === target.value);
          if (found !== undefined) onChange({ ...gate, check: found.value });
        }}
      />
      {decided && (
        <FieldGroup label="Decided by" help="One seat for each role." error={seatError}>
          <div>
            {offered.map(({ key, name }) => (
              <CheckboxInput
                key={key}
                label={name}
                checked={gate.places.some(({ roleKey }) => roleKey === key)}
                onChange={() => onChange(toggleSeat(gate, key))}
              />
            ))}
          </div>
        </FieldGroup>
      )}
      {decided && <GateQuorum {...{ gate, onChange }} errorAt={said} />}
      {decided && (
        <FieldGroup
          label="A decision binds"
          help="When one of these changes afterwards, the decision is out of date."
          error={said('facts')}
        >
          <div>
            {groupChoices.map(({ value, label }) => (
              <CheckboxInput
                key={value}
                label={label}
                checked={bound.includes(value)}
                onChange={() => onChange({ ...gate, facts: turned(factGroups, bound, value) })}
              />
            ))}
          </div>
        </FieldGroup>
      )}
      <FieldGroup label="Only for releases with" help="None ticked: for every release.">
        <div>
          {conditionChoices.map(({ value, label }) => (
            <CheckboxInput
              key={value}
              label={label}
              checked={gate.when?.anyOf.includes(value) ?? false}
              onChange={() => onChange(withCondition(gate, value))}
            />
          ))}
        </div>
      </FieldGroup>
      <TextArea
        label="Why it is there"
        help="Stands at the gate, for whoever asks."
        rows={3}
        value={gate.why}
        error={said('why')}
        onChange={(event) => onChange({ ...gate, why: event.target.value })}
      />
    </Inspector>
  );
}

/** In the order of all, whatever order they were ticked in. */
function turned<T>(all: readonly T[], chosen: readonly T[], one: T): T[] {
  return all.filter((each) => (each === one ? !chosen.includes(one) : chosen.includes(each)));
}

function withCondition({ when, ...gate }: EditedGate, fact: TemplateFact): EditedGate {
  const all = conditionChoices.map(({ value }) => value);
  const anyOf = turned(all, when?.anyOf ?? [], fact);
  return anyOf.length === 0 ? gate : { ...gate, when: { anyOf } };
}
