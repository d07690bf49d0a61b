import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck, Ship } from 'lucide-react';
import type { ReactNode } from 'react';
import { Empty } from '../../../components/Empty.tsx';
import type { Names } from './names.ts';
import styles from './needed-first.module.css';

/** What a release is made of, and which of it the workspace still lacks. */
export function NeededFirst({ names, action }: { names: Names; action?: ReactNode }) {
  return (
    <Empty
      text="A release needs somebody who owns it, services it ships and environments it goes to."
      picture={<Ship size={32} />}
      action={
        <>
          <ul className={styles['needed']}>
            <Needed
              section="people"
              count={names.people.length}
              words={['person', 'people']}
              add="Add people with their roles"
            />
            <Needed
              section="services"
              count={names.services.length}
              words={['service', 'services']}
              add="Add services with their version schemes"
            />
            <Needed
              section="environments"
              count={names.environments.length}
              words={['environment', 'environments']}
              add="Add environments in their order"
            />
          </ul>
          {action}
        </>
      }
    />
  );
}

type NeededProps = {
  section: 'people' | 'services' | 'environments';
  count: number;
  words: readonly [one: string, many: string];
  add: string;
};

function Needed({ section, count, words, add }: NeededProps) {
  const isThere = count > 0;
  return (
    <li className={isThere ? styles['there'] : styles['missing']}>
      {isThere ? <CircleCheck size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
      {isThere ? (
        <span>
          {count} {count === 1 ? words[0] : words[1]}
        </span>
      ) : (
        <Link to="/settings/$section" params={{ section }}>
          {add}
        </Link>
      )}
    </li>
  );
}
