import type { Context } from '#core/context.ts';
import { openSource } from '#core/file-source.ts';
import { createTextDecoder, packedWith } from '#core/text-of-bytes.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { SettingsFormat } from '#shared/model/delivery/parity.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { readSettings } from '#shared/rules/delivery/parity/read-settings.ts';
import { largestSettings, notSettings } from '#shared/rules/delivery/parity/setting.ts';
import type { ReadSettings } from '#shared/rules/delivery/parity/setting.ts';
import { askingOf } from '../connections/index.ts';

type Side = Parsed<'parity.compare'>['left'];

export type ReadSide = ReadSettings & { name: string; format: SettingsFormat };

/**
 * Reads one side, no further than a file of settings may be long. What is wrong is told at the field
 * of that side, by the name of its file.
 */
export async function readSide(
  side: Side,
  field: 'left' | 'right',
  context: Context,
): Promise<ReadSide> {
  try {
    if ('connectionId' in side) return await readCluster(side, context);
    const { file, format } = side;
    // Asked for only where a file is attached: comparing needs no workspace.
    const store = () => context.store;
    const source = await openSource(file, { store, platform: context.platform });
    const text = createTextDecoder();
    let read = '';
    try {
      let bytes = 0;
      for await (const piece of source.pieces) {
        context.signal.throwIfAborted();
        const packed = bytes === 0 ? packedWith(piece) : null;
        if (packed !== null)
          throw notSettings(`${source.name} is packed (${packed}). Unpack it first.`);
        bytes += piece.length;
        if (bytes > largestSettings) {
          throw notSettings(`${source.name} is larger than 512 KB. Compare a part of it.`);
        }
        read += text.write(piece);
      }
      read += text.end();
    } finally {
      await source.close();
    }
    return { name: source.name, ...readSettings(read, source.name, format) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.message, { [field]: error.message });
  }
}

/** The settings of a namespace as they are now, read as a file of its manifests would be. */
async function readCluster(
  { connectionId, namespace }: Extract<Side, { connectionId: string }>,
  context: Context,
): Promise<ReadSide> {
  const { name, provider, source } = await askingOf(context, connectionId);
  if (provider.settings === undefined) {
    throw notSettings(`${name} is no cluster, so it has no settings to compare.`);
  }
  const repository = namespace ?? source.repository;
  const told = await provider.settings({ ...source, repository });
  const called = `${name}/${repository}`;
  if (Buffer.byteLength(told.text) > largestSettings) {
    throw notSettings(
      `The ConfigMaps and Secrets of ${called} are larger than 512 KB together. Export a part of them and compare the files.`,
    );
  }
  const read = readSettings(told.text, called, 'kubernetes');
  return { name: called, ...read, notes: [...told.notes, ...read.notes] };
}
