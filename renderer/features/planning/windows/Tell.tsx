import Button from '@mui/material/Button';
import { Copy } from 'lucide-react';
import type { WindowImpact } from '#shared/model/planning/window-views.ts';
import { Person } from '../../../components/Person.tsx';
import { useCopied } from '../../../components/use-copied.ts';
import styles from './windows.module.css';

/** Owners of what is hit, with what to tell them about; their addresses go to the clipboard. */
export function Tell({ people }: { people: WindowImpact['tell'] }) {
  const [state, copy] = useCopied();
  const addresses = people.flatMap(({ email }) => (email === '' ? [] : [email]));
  return (
    <section aria-label="Whom to tell">
      <h4 className={styles['group']}>
        Whom to tell <span>{people.length}</span>
      </h4>
      <ul className={styles['tell']}>
        {people.map(({ personId, name, email, things }) => (
          <li key={personId}>
            <Person name={name} />
            <span className={styles['utc']} title={things.join(', ')}>
              {email !== '' && <bdi>{email} · </bdi>}
              <bdi>{thingsInWords(things)}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {addresses.length > 0 && (
        <Button size="small" startIcon={<Copy />} onClick={() => void copy(addresses.join('; '))}>
          {state === 'copied' ? 'Copied' : 'Copy addresses'}
        </Button>
      )}
    </section>
  );
}

function thingsInWords(things: readonly string[]): string {
  const [first = '', second] = things;
  if (second === undefined) return first;
  return things.length === 2 ? `${first} and ${second}` : `${first} and ${things.length - 1} more`;
}
