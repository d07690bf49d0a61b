import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import type { EditedGate } from './edited-template.ts';

type GateQuorumProps = {
  gate: EditedGate;
  errorAt: (field: string) => string | undefined;
  onChange: (gate: EditedGate) => void;
};

/** How many of a gate's seats must be filled, and whether one waits for the one before. */
export function GateQuorum({ gate, errorAt, onChange }: GateQuorumProps) {
  const { places, needed, inOrder = false } = gate;
  const seats = places.length;
  // With one seat there is nothing to choose, unless something is left from when there were more.
  if (seats < 2 && needed === undefined && !inOrder) return null;
  const many = Array.from({ length: Math.max(seats - 1, 1) }, (_, index) => index + 1);
  const offered = needed === undefined || many.includes(needed) ? many : [...many, needed];
  return (
    <>
      <SelectInput
        label="How many decide"
        none={seats === 1 ? 'The one seat' : `All ${seats} seats`}
        value={needed === undefined ? '' : String(needed)}
        options={offered.map((count) => ({
          value: String(count),
          label: `${count} of ${seats} seats`,
        }))}
        error={errorAt('needed')}
        onChange={({ target }) =>
          onChange({ ...gate, needed: target.value === '' ? undefined : Number(target.value) })
        }
      />
      <FieldGroup label="Order" error={errorAt('inOrder')}>
        <CheckboxInput
          label="One after the other, in the order the seats were given"
          checked={inOrder}
          onChange={() => onChange({ ...gate, inOrder: inOrder ? undefined : true })}
        />
      </FieldGroup>
    </>
  );
}
