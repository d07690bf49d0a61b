import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { raciLetters } from '#shared/model/governance/raci.ts';
import type { RaciLetter, RaciRow } from '#shared/model/governance/raci.ts';
import type { Role } from '#shared/model/workspace/people.ts';
import { letterWords } from './raci-words.ts';
import styles from './raci.module.css';

type RaciGridProps = {
  rows: readonly RaciRow[];
  roles: readonly Role[];
  /** Of one release: what all releases have is the way back, and is said. */
  ofRelease: boolean;
  editable: boolean;
  onSet: (gateKey: string, roleKey: string, letters: RaciLetter[]) => void;
  onReset: (gateKey: string) => void;
};

/** Gates by roles. Arrows walk, R A C I give and take a letter, Delete takes all of a cell. */
export function RaciGrid({ rows, roles, ofRelease, editable, onSet, onReset }: RaciGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const focus = (row: number, column: number) => {
    const at = `[data-cell="${clamp(row, rows.length)}-${clamp(column, roles.length)}"]`;
    table.current?.querySelector<HTMLButtonElement>(at)?.focus();
  };
  const press = (event: KeyboardEvent, row: number, column: number) => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      focus(row + step[0], column + step[1]);
      return;
    }
    const gate = rows[row];
    const role = roles[column];
    if (!editable || gate === undefined || role === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = raciLetters.find((each) => each === event.key.toUpperCase());
    const own = lettersAt(gate, role.key);
    if (letter !== undefined) {
      event.preventDefault();
      onSet(gate.gateKey, role.key, toggled(own, letter));
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && own.length > 0) {
      event.preventDefault();
      onSet(gate.gateKey, role.key, []);
    }
  };
  return (
    <div className={styles['scroll']}>
      <table ref={table} className={styles['grid']} aria-label="Who answers for which gate">
        <thead>
          <tr>
            <th scope="col">Gate</th>
            {roles.map(({ key, name }) => (
              <th key={key} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Where it comes from</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.gateKey} data-gate={row.gateKey}>
              <th scope="row">
                <bdi title={row.gate}>{row.gate}</bdi>
              </th>
              {roles.map((role, column) => {
                const own = lettersAt(row, role.key);
                return (
                  <td key={role.key}>
                    <button
                      type="button"
                      data-cell={`${index}-${column}`}
                      tabIndex={index === 0 && column === 0 ? 0 : -1}
                      className={`${styles['cell']} ${own.includes('A') ? styles['accountable'] : ''}`}
                      aria-label={`${row.gate}, ${role.name}: ${spoken(own)}`}
                      title={spoken(own)}
                      onKeyDown={(event) => press(event, index, column)}
                      onClick={() => editable && onSet(row.gateKey, role.key, nextOf(own))}
                    >
                      {own.join(' ')}
                    </button>
                  </td>
                );
              })}
              <td className={styles['from']}>
                {row.from !== (ofRelease ? 'release' : 'workspace') ? (
                  fromWords[row.from]
                ) : (
                  <button
                    type="button"
                    className={styles['reset']}
                    disabled={!editable}
                    onClick={() => onReset(row.gateKey)}
                  >
                    {ofRelease ? 'As all releases' : 'Back to the policy'}
                    <span className="visually-hidden"> for {row.gate}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const fromWords: Readonly<Record<RaciRow['from'], string>> = {
  policy: 'by the policy',
  workspace: 'as all releases',
  release: 'this release alone',
};

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

function lettersAt(row: RaciRow, roleKey: string): RaciLetter[] {
  const own = row.letters.find((each) => each.roleKey === roleKey)?.letters ?? [];
  return raciLetters.filter((letter) => own.includes(letter));
}

function toggled(own: readonly RaciLetter[], letter: RaciLetter): RaciLetter[] {
  return own.includes(letter) ? own.filter((each) => each !== letter) : [...own, letter];
}

/** A pointer goes round: nothing, R, A, C, I, nothing. */
function nextOf(own: readonly RaciLetter[]): RaciLetter[] {
  const [first] = own;
  if (first === undefined) return ['R'];
  const next = raciLetters[raciLetters.indexOf(first) + 1];
  return own.length > 1 || next === undefined ? [] : [next];
}

function spoken(own: readonly RaciLetter[]): string {
  return own.length === 0 ? 'nothing' : own.map((letter) => letterWords[letter]).join(', ');
}
