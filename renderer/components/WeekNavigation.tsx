import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import styles from './WeekNavigation.module.css';

type WeekNavigationProps = {
  /** `23 Nov – 20 Dec`, the heading of what is shown. */
  title: string;
  /** The address of the span that begins on a Monday; without one that of the present. */
  hrefOf: (monday?: string) => string;
  before: string;
  after: string;
};

/** Some weeks at a time; each span is an address, so that back and reload work. */
export function WeekNavigation({ title, hrefOf, before, after }: WeekNavigationProps) {
  return (
    <nav className={styles['navigation']} aria-label="Weeks">
      <IconButton href={hrefOf(before)} className={styles['step']} aria-label="Weeks before">
        <ChevronLeft />
      </IconButton>
      <Button href={hrefOf()}>Today</Button>
      <IconButton href={hrefOf(after)} className={styles['step']} aria-label="Weeks after">
        <ChevronRight />
      </IconButton>
      <h2 className={styles['title']} aria-live="polite">
        {title}
      </h2>
    </nav>
  );
}
