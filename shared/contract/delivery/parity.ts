import { z } from 'zod';
import {
  comparedFile,
  keptParityRow,
  parityCheck,
  parityCounts,
  parityRow,
  settingsFormat,
} from '#shared/model/delivery/parity.ts';
import { suppliedFile } from '#shared/model/given-file.ts';
import { id } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

const file = z.strictObject({
  /** A file of at most 512 KB: `.env`, JSON, YAML, Helm values, ConfigMap and Secret manifests. */
  file: suppliedFile,
  /** Absent lets name and beginning of the file tell. */
  format: settingsFormat.optional(),
});

const cluster = z.strictObject({
  /** Of Kubernetes; its ConfigMaps and Secrets are read now. */
  connectionId: id,
  /** Absent takes that of the connection. */
  namespace: z.string().trim().min(1).max(63).optional(),
});

const side = z.union([file, cluster]);

const kept = parityCheck.extend({
  leftFile: comparedFile,
  rightFile: comparedFile,
  rows: z.array(keptParityRow),
});

const topics = ['parity'] as const;
const shownTopics = ['parity', 'environments', 'services', 'people', 'workspace'] as const;

export const parity = {
  'parity.compare': query({
    about:
      'Compares the exported settings of two environments: missing, different, same. It tells keys and lines, never a value, and writes nothing.',
    input: z.strictObject({ left: side, right: side }),
    output: z.strictObject({
      left: comparedFile,
      right: comparedFile,
      rows: z.array(parityRow),
      counts: parityCounts,
    }),
    topics: [],
  }),
  'parity.keep': command({
    about:
      'Compares and keeps what was found: the keys, and of what differs a salted hash. The files and their values are not kept.',
    input: z.strictObject({
      leftEnvironmentId: id,
      rightEnvironmentId: id,
      /** Absent: of all services there. */
      serviceId: id.optional(),
      left: side,
      right: side,
    }),
    output: kept,
    topics,
  }),
  'parity.list': query({
    about: 'Lists the comparisons that were kept, the newest first.',
    input: z.strictObject({}),
    output: z.array(parityCheck),
    topics: shownTopics,
  }),
  'parity.get': query({
    about: 'Gives a kept comparison with each setting, and what was accepted with which reason.',
    input: z.strictObject({ id }),
    output: kept,
    topics: shownTopics,
  }),
  'parity.accept': command({
    about:
      'Accepts differences with a reason and an owner; it holds in later comparisons of the same two until a value changes.',
    input: z.strictObject({
      /** The comparison they are in. */
      id,
      keys: z.array(z.string().max(2000)).min(1).max(1000),
      reason: z
        .string()
        .trim()
        .min(1, 'is empty; say why it should differ')
        .max(2000, 'is longer than 2,000 characters'),
      ownerId: id,
    }),
    output: kept,
    topics,
  }),
  'parity.unaccept': command({
    about: 'Takes back that a difference was accepted; history keeps it.',
    input: z.strictObject({
      /** Of the acceptance. */
      id,
    }),
    output: z.strictObject({ id }),
    topics,
  }),
  'parity.remove': command({
    about: 'Removes a comparison that was kept in error; what was accepted stays for the next one.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics,
  }),
};
