import { useEffect, useMemo, useState } from 'react';
import type { Hit } from '#shared/model/workspace/search.ts';
import { termsIn } from '#shared/rules/workspace/search-marks.ts';
import { searchTerms } from '#shared/rules/workspace/search-query.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import type { PaletteSearch } from '../../components/palette/CommandPalette.tsx';
import { hitCommands, textOf } from './hit-words.ts';

/** Between two letters of somebody who types fast; an answer takes less. */
const pause = 50;

/** What the palette finds while somebody types. `text` is what was typed last, without blanks. */
export function usePaletteSearch(open: (hit: Hit) => void): PaletteSearch & { text: string } {
  const [query, setQuery] = useState('');
  const text = query.trim();
  const asked = useSettled(text);
  const answer = useProcedure(
    'search.find',
    { text: asked },
    { enabled: asked !== '', keepPrevious: true },
  );
  const groups = text === '' ? undefined : answer.data?.groups;
  const isCurrent = asked === text && !answer.isPlaceholderData;
  const found = useMemo(() => {
    const hits = hitCommands(groups ?? [], open);
    if (isCurrent) return hits;
    // The answer before this one stays, but for what Enter must not open any more.
    const terms = searchTerms(text);
    return hits.filter(({ parts, excerpt }) => {
      const shown = `${textOf(parts)} ${textOf(excerpt)}`;
      return termsIn(shown, terms).length === terms.length;
    });
  }, [groups, open, isCurrent, text]);
  const failure = answer.error === null || text === '' ? null : answer.error.error.message;
  const asking = text !== '' && failure === null && (asked !== text || answer.isFetching);
  return { text, onQuery: setQuery, found, asking, failure };
}

/** A text once nobody has changed it for a moment; an empty one at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}
