import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import type { PolicyProblem } from '#shared/model/governance/policy-text.ts';
import styles from './policies.module.css';

type CodeAreaProps = {
  label: string;
  text: string;
  problems: readonly PolicyProblem[];
  onChange: (text: string) => void;
};

const shown = 6;

/**
 * A text by lines: their numbers beside it, and under it what is wrong, each leading to its place.
 * Tab leaves the field as everywhere else; two spaces are typed as spaces.
 */
export function CodeArea({ label, text, problems, onChange }: CodeAreaProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLOListElement>(null);
  const [line, setLine] = useState(1);
  const wrong = new Set(problems.map((problem) => problem.line));
  const count = text.split('\n').length;

  const goTo = ({ line: at, column }: PolicyProblem) => {
    const field = area.current;
    if (field === null) return;
    const start = offsetOf(text, at, column);
    field.focus();
    field.setSelectionRange(start, start);
    const height = field.scrollHeight / Math.max(1, count);
    field.scrollTop = Math.max(0, (at - 5) * height);
    setLine(at);
  };
  const follow = () => {
    if (numbers.current !== null) numbers.current.scrollTop = area.current?.scrollTop ?? 0;
  };
  const note = () => {
    const field = area.current;
    if (field !== null) setLine(text.slice(0, field.selectionStart).split('\n').length);
  };
  const indent = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const field = event.currentTarget;
    const before = text.slice(0, field.selectionStart);
    const indented = /(?:^|\n)( *)[^\n]*$/.exec(before)?.[1] ?? '';
    if (indented === '') return;
    event.preventDefault();
    // As a browser would type it, so that its own undo knows of it.
    document.execCommand('insertText', false, `\n${indented}`);
  };
  return (
    <div className={styles['code']}>
      <div className={styles['codeBox']}>
        <ol ref={numbers} className={styles['numbers']} aria-hidden>
          {Array.from({ length: count }, (_, index) => (
            <li
              key={index}
              data-wrong={wrong.has(index + 1) ? '' : undefined}
              data-here={line === index + 1 ? '' : undefined}
            >
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={area}
          className={styles['text']}
          aria-label={label}
          aria-invalid={problems.length > 0 ? true : undefined}
          aria-describedby={`${id}-problems`}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          wrap="off"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onScroll={follow}
          onSelect={note}
          onKeyDown={indent}
        />
      </div>
      <div id={`${id}-problems`} className={styles['problems']} role="status">
        {problems.length === 0 ? (
          <p className={styles['quiet']}>
            Line {line} of {count}. Nothing is wrong with the text.
          </p>
        ) : (
          <ul>
            {problems.slice(0, shown).map((problem) => (
              <li key={`${problem.line} ${problem.column} ${problem.message}`}>
                <button type="button" onClick={() => goTo(problem)}>
                  <CircleAlert size={14} aria-hidden />
                  <span className={styles['place']}>
                    Line {problem.line}, column {problem.column}
                  </span>
                  <bdi>{problem.message}</bdi>
                </button>
              </li>
            ))}
            {problems.length > shown && (
              <li className={styles['quiet']}>and {problems.length - shown} more</li>
            )}
          </ul>
        )}
      </div>
    </div>
  );
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + Math.max(0, column - 1);
}
