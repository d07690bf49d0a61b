import { useState } from 'react';
import Button from '@mui/material/Button';
import { ArrowLeft } from 'lucide-react';
import type { NamedMoment } from '#shared/model/planning/history.ts';
import { errorParts } from '../../../../../api/error-parts.ts';
import { useProcedure } from '../../../../../api/useProcedure.ts';
import { Empty } from '../../../../../components/Empty.tsx';
import { ErrorPanel } from '../../../../../components/ErrorPanel.tsx';
import { Segmented } from '../../../../../components/form/Segmented.tsx';
import { SelectInput } from '../../../../../components/form/SelectInput.tsx';
import { SkeletonRows } from '../../../../../components/Skeleton.tsx';
import { SplitView } from '../../../../../components/SplitView.tsx';
import type { ReleasePage } from '../../release-page.ts';
import type { HistorySearch } from '../history-filter.ts';
import type { ValueWords } from '../history-values.ts';
import { CompareTable } from './CompareTable.tsx';
import { comparedSections, countDifferences } from './compare-rows.ts';
import { foundInWords, momentInWords } from './moment-words.ts';
import styles from './compare.module.css';

type CompareViewProps = {
  page: ReleasePage;
  words: ValueWords;
  /** The entry of the earlier moment; the later one absent is now. */
  from: string;
  to: string | undefined;
  moments: readonly NamedMoment[];
  change: (part: HistorySearch) => void;
};

const choices = [
  { value: 'differences', label: 'Only differences' },
  { value: 'everything', label: 'Everything' },
] as const;

/** Everything the release consisted of at two moments, side by side. */
export function CompareView({ page, words, from, to, moments, change }: CompareViewProps) {
  const [show, setShow] = useState<(typeof choices)[number]['value']>('differences');
  const id = page.release.id;
  const compared = useProcedure('releases.compare', { id, from, to }, { keepPrevious: true });
  const sections = comparedSections(compared.data?.things ?? [], words, show === 'differences');
  const count = countDifferences(sections);
  const named = moments.map((one) => ({ value: one.entryId, label: momentInWords(one, page) }));
  const withOther = (entry: string | undefined, side: 'from' | 'to') => {
    const isNamed = entry === undefined || named.some(({ value }) => value === entry);
    const found = compared.data?.[side];
    const label = found === undefined ? 'The chosen moment' : foundInWords(found, page);
    return isNamed ? named : [...named, { value: entry, label }];
  };
  const fromOptions = withOther(from, 'from');
  const toOptions = withOther(to, 'to');
  const labelOf = (options: typeof named, entry: string) =>
    options.find(({ value }) => value === entry)?.label ?? '';
  return (
    <SplitView>
      <div className={styles['head']}>
        <Button
          variant="text"
          startIcon={<ArrowLeft />}
          onClick={() => change({ from: undefined, to: undefined })}
        >
          Back to the history
        </Button>
        <Segmented label="What is shown" choices={choices} value={show} onPick={setShow} />
      </div>
      <div className={styles['moments']}>
        <SelectInput
          label="From"
          width={2400}
          options={fromOptions}
          value={from}
          onChange={({ target }) => change({ from: target.value })}
        />
        <SelectInput
          label="To"
          width={2400}
          none="Now"
          options={toOptions}
          value={to ?? ''}
          onChange={({ target }) => change({ to: target.value || undefined })}
        />
      </div>
      {compared.isPending && <SkeletonRows what="the two moments" />}
      {compared.isError && compared.data === undefined && (
        <ErrorPanel
          {...errorParts('The two moments could not be compared', compared.error)}
          onRetry={() => void compared.refetch()}
        />
      )}
      {compared.data !== undefined && sections.length === 0 && (
        <Empty text="Nothing differs between the two moments." />
      )}
      {sections.length > 0 && (
        <CompareTable
          sections={sections}
          from={labelOf(fromOptions, from)}
          to={to === undefined ? 'Now' : labelOf(toOptions, to)}
          note={count === 1 ? '1 difference' : `${count} differences`}
        />
      )}
    </SplitView>
  );
}
