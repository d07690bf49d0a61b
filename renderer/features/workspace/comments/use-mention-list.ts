import { useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { suggested, typingAt } from '#shared/rules/workspace/mentions.ts';
import type { Mentionable, Typing } from '#shared/rules/workspace/mentions.ts';

export type MentionList = {
  /** Empty while no mention is being typed. */
  people: readonly Mentionable[];
  /** The one that Enter would take. */
  active: number;
  /** Looks at what stands before the caret. */
  look: (area: HTMLTextAreaElement) => void;
  /** True when the key was for the list. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  pick: (person: Mentionable) => void;
  close: () => void;
};

/** Who is meant by the @ that is being typed: a list under the text, walked with the arrow keys. */
export function useMentionList(
  all: readonly Mentionable[],
  area: RefObject<HTMLTextAreaElement | null>,
  setText: (text: string) => void,
): MentionList {
  const [typing, setTyping] = useState<Typing | null>(null);
  const [active, setActive] = useState(0);
  const people = typing === null ? [] : suggested(typing, all);

  const close = () => setTyping(null);
  const pick = ({ name }: Mentionable) => {
    const element = area.current;
    if (element === null || typing === null) return;
    const before = `${element.value.slice(0, typing.at)}@${name}`;
    const after = element.value.slice(typing.at + 1 + typing.query.length);
    const gap = /^\s/.test(after) ? '' : ' ';
    setText(`${before}${gap}${after}`);
    close();
    const caret = before.length + 1;
    // The caret goes where typing goes on, once the new text stands there.
    queueMicrotask(() => {
      element.focus();
      element.setSelectionRange(caret, caret);
    });
  };
  return {
    people,
    active: Math.min(active, people.length - 1),
    look(element) {
      setTyping(typingAt(element.value, element.selectionStart));
      setActive(0);
    },
    onKey(event) {
      if (people.length === 0 || event.ctrlKey || event.metaKey) return false;
      const chosen = people[Math.min(active, people.length - 1)];
      if (event.key === 'ArrowDown') setActive((active + 1) % people.length);
      else if (event.key === 'ArrowUp') setActive((active + people.length - 1) % people.length);
      else if (event.key === 'Escape') close();
      else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) pick(chosen);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    pick,
    close,
  };
}
