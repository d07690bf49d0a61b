import { useId, useRef, useState } from 'react';
import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import { Kbd } from '../../../components/Kbd.tsx';
import { initials } from '../../../components/initials.ts';
import { dropDraft, readDraft, writeDraft } from '../../../state/draft.ts';
import control from '../../../components/form/control.module.css';
import type { AttachedPage } from './attached-page.ts';
import { useMentionList } from './use-mention-list.ts';
import styles from './comments.module.css';

type CommentBoxProps = {
  page: AttachedPage;
  label: string;
  button: string;
  /** Names the draft, which is kept through navigation and reload. */
  draft: string;
  /** What stands there to begin with. */
  text?: string;
  send: (text: string) => Promise<CallError | null>;
  /** Leaves without sending; where there is none, the box stays. */
  onDone?: () => void;
};

/** Where a comment is typed: @ offers the people, Ctrl+Enter sends. */
export function CommentBox(props: CommentBoxProps) {
  const { page, label, button, draft, send, onDone } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => kept(draft) ?? props.text ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const type = (value: string) => {
    setText(value);
    writeDraft(draft, value);
    setRefusal(null);
  };
  const list = useMentionList(page.names.people, area, type);
  const leave = () => {
    dropDraft(draft);
    setText(props.text ?? '');
    setRefusal(null);
    onDone?.();
  };
  const submit = async () => {
    if (pending) return;
    if (text.trim() === '') {
      setRefusal('Nothing is typed yet. Type what you want to say.');
      return;
    }
    list.close();
    setPending(true);
    const error = await send(text);
    setPending(false);
    if (error === null) leave();
    else setRefusal(error.fields?.['text'] ? `It ${error.fields['text']}.` : error.message);
  };
  const isOpen = list.people.length > 0;
  return (
    <div>
      <label className={styles['label']} htmlFor={`${id}-text`}>
        {label}
      </label>
      <textarea
        ref={area}
        id={`${id}-text`}
        rows={2}
        dir="auto"
        autoFocus={onDone !== undefined}
        className={`${control['control']} ${control['area']} ${styles['area']}`}
        value={text}
        placeholder="@ mentions somebody"
        aria-invalid={refusal !== null || undefined}
        aria-describedby={refusal === null ? undefined : `${id}-error`}
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen ? `${id}-${list.active}` : undefined}
        onChange={(event) => {
          type(event.target.value);
          list.look(event.target);
        }}
        onBlur={list.close}
        onKeyDown={(event) => {
          if (list.onKey(event)) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void submit();
          }
          if (event.key === 'Escape' && onDone !== undefined) {
            event.preventDefault();
            event.stopPropagation();
            leave();
          }
        }}
      />
      {isOpen && (
        <ul
          ref={bringInSight}
          id={`${id}-list`}
          role="listbox"
          aria-label="People"
          className={styles['people']}
        >
          {list.people.map((person, index) => (
            <li
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === list.active}
              // The focus stays in the text, and its blur would close the list before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => list.pick(person)}
            >
              <span className={styles['disc']} aria-hidden>
                {initials(person.name)}
              </span>
              <bdi title={person.name}>{person.name}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status">
        {isOpen ? `${list.people[list.active]?.name}, ${list.people.length} to choose from` : ''}
      </p>
      {refusal !== null && (
        <p id={`${id}-error`} className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
      {(text !== '' || onDone !== undefined) && (
        <div className={styles['send']}>
          <Button size="small" disabled={pending} onClick={() => void submit()}>
            {button}
          </Button>
          {onDone !== undefined && (
            <Button size="small" variant="text" onClick={leave}>
              Cancel
            </Button>
          )}
          <span className={styles['hint']}>
            <Kbd keys="Ctrl+Enter" />
          </span>
        </div>
      )}
    </div>
  );
}

function kept(draft: string): string | null {
  const typed = readDraft(draft);
  return typeof typed === 'string' && typed !== '' ? typed : null;
}

/** At the foot of an inspector the list would open where nobody sees it. */
function bringInSight(list: HTMLElement | null): void {
  list?.scrollIntoView?.({ block: 'nearest' });
}
