import { createHash } from 'node:crypto';
import type { Context } from '#core/context.ts';
import { openSource } from '#core/file-source.ts';
import { createTextDecoder, packedWith } from '#core/text-of-bytes.ts';
import type { SuppliedFile } from '#shared/model/given-file.ts';
import type { ReportKind } from '#shared/model/governance/evidence.ts';
import { largestAttachment } from '#shared/model/workspace/attached.ts';
import {
  createReportReader,
  headLength,
  recognise,
} from '#shared/rules/governance/reports/recognise.ts';
import { unreadable } from '#shared/rules/governance/reports/report.ts';
import type { ReadReport, ReportReader } from '#shared/rules/governance/reports/report.ts';

/** A file as it was read: its numbers, and its bytes where they are few enough to be kept. */
export type ReadEvidence = {
  name: string;
  bytes: number;
  digest: string;
  /** Null where it is bigger than what can be attached. */
  content: Buffer | null;
  /** Null for a file that is no report, or is not to be read as one. */
  report: ReadReport | null;
};

type Asked = {
  file: SuppliedFile;
  /** `file` leaves it unread; absent lets its beginning tell. */
  kind?: ReportKind | 'file';
  /** Refuses what is no report; otherwise such a file is kept as it is. */
  mustRead: boolean;
  progressId?: string;
};

/** Reads a file once, in pieces: hash, text and numbers together, however big it is. */
export async function readEvidence(asked: Asked, context: Context): Promise<ReadEvidence> {
  const source = await openSource(asked.file, {
    store: () => context.store,
    platform: context.platform,
  });
  const progress = context.startProgress(asked.progressId, `Read ${source.name}`);
  try {
    const hash = createHash('sha256');
    const text = createTextReader(asked);
    const kept: Uint8Array[] = [];
    let bytes = 0;
    for await (const piece of source.pieces) {
      progress.signal.throwIfAborted();
      hash.update(piece);
      bytes += piece.length;
      if (bytes <= largestAttachment) kept.push(piece);
      else kept.length = 0;
      text.write(piece);
      progress.report(bytes, source.bytes);
    }
    const report = text.end();
    progress.end('done');
    const content = bytes <= largestAttachment ? Buffer.concat(kept) : null;
    return { name: source.name, bytes, digest: hash.digest('hex'), content, report };
  } catch (error) {
    progress.end(progress.signal.aborted ? 'cancelled' : 'failed');
    throw error;
  } finally {
    await source.close();
  }
}

/** Nothing is read before the beginning tells whether it is a report. */
function createTextReader({ kind, mustRead }: Pick<Asked, 'kind' | 'mustRead'>) {
  const decoder = createTextDecoder();
  let head = '';
  let reader: ReportReader | null = null;
  let isOpen = kind !== 'file';
  let isFirst = true;

  const begin = () => {
    const given = kind === 'file' ? undefined : kind;
    isOpen = mustRead || given !== undefined || recognise(head) !== null;
    if (!isOpen) return;
    reader = createReportReader(given);
    reader.write(head);
    head = '';
  };
  const take = (text: string) => {
    if (reader !== null) reader.write(text);
    else {
      head += text;
      if (head.length >= headLength) begin();
    }
  };
  return {
    write(piece: Uint8Array): void {
      if (isFirst && isOpen) {
        const packed = packedWith(piece);
        if (packed !== null && (mustRead || kind !== undefined)) {
          throw unreadable(
            `The file is packed with ${packed}. Unpack it and choose the report inside.`,
          );
        }
        isOpen = packed === null;
      }
      isFirst = false;
      if (isOpen) take(decoder.write(piece));
    },
    end(): ReadReport | null {
      if (!isOpen) return null;
      take(decoder.end());
      if (reader === null && isOpen) begin();
      return reader === null ? null : endOf(reader);
    },
  };
}

function endOf(reader: ReportReader): ReadReport {
  return reader.end();
}
