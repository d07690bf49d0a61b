import { useId, useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { TextInput } from '../../../components/form/TextInput.tsx';
import type { RepositoryState } from './use-repository.ts';
import styles from './git.module.css';

type RangeFieldsProps = { repository: RepositoryState; look: Output<'git.look'> };

/** The two ends, with the tags and branches of the repository to choose from. */
export function RangeFields({ repository, look }: RangeFieldsProps) {
  const { from, to, setFrom, setTo, range } = repository;
  const list = useId();
  const fields = range.error?.error.fields ?? {};
  const offered = new Set([...look.tags, ...look.branches].map(({ name }) => name));
  return (
    <div className={styles['ends']}>
      <EndInput
        key={`from ${from}`}
        label="From"
        help="The tag of the release before. Empty for the whole history."
        saved={from}
        error={fields['from']}
        onSave={setFrom}
        {...{ list, offered }}
      />
      <EndInput
        key={`to ${to}`}
        label="To"
        help="The tag, branch or commit that is released."
        saved={to}
        error={fields['to']}
        onSave={(name) => setTo(name === '' ? 'HEAD' : name)}
        {...{ list, offered }}
      />
      <datalist id={list}>
        {look.tags.map(({ name, at }) => (
          <option key={`tag ${name}`} value={name} label={said('Tag', at)} />
        ))}
        {look.branches.map(({ name, at }) => (
          <option key={`branch ${name}`} value={name} label={said('Branch', at)} />
        ))}
      </datalist>
    </div>
  );
}

type EndInputProps = {
  label: string;
  help: string;
  saved: string;
  error: string | undefined;
  list: string;
  offered: ReadonlySet<string>;
  onSave: (name: string) => void;
};

/** Read once a name is whole: chosen from the list, or typed and left. Each read walks a history. */
function EndInput({ label, help, saved, error, list, offered, onSave }: EndInputProps) {
  const [name, setName] = useState(saved);
  const save = (wanted: string) => {
    if (wanted.trim() !== saved) onSave(wanted.trim());
  };
  return (
    <TextInput
      mono
      width={2400}
      dir="ltr"
      spellCheck={false}
      {...{ label, help, error, list }}
      value={name}
      onChange={({ target, nativeEvent }) => {
        setName(target.value);
        // Typing tells what was typed; a choice from the list replaces the text as a whole.
        const isTyped = 'inputType' in nativeEvent && nativeEvent.inputType === 'insertText';
        if (!isTyped && offered.has(target.value)) save(target.value);
      }}
      onBlur={() => save(name)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        save(name);
      }}
    />
  );
}

function said(what: string, at: string | null): string {
  return at === null ? what : `${what}, ${at.slice(0, 10)}`;
}
