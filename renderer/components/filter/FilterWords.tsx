import { Search } from 'lucide-react';
import styles from './filter.module.css';

type FilterWordsProps = {
  /** "releases", "the timeline". */
  what: string;
  /** What can be typed. */
  placeholder?: string;
  text: string;
  onText: (text: string) => void;
};

/** Words things are found by. */
export function FilterWords({
  what,
  placeholder = 'Name, service, person',
  text,
  onText,
}: FilterWordsProps) {
  return (
    <label className={styles['search']}>
      <Search size={16} aria-hidden />
      <input
        type="search"
        aria-label={`Filter ${what}`}
        placeholder={placeholder}
        maxLength={200}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
}
