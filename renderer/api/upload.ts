import type { Envelope } from '#shared/contract/procedure.ts';
import { isEnvelope, parseJson } from './envelope.ts';
import { unreachable, type Upload } from './transport.ts';

type HostUpload = Upload & { origin: string; token: string };

/**
 * Streams a file from the disk to the host. XMLHttpRequest, because fetch does not tell how much
 * of a body was sent. Rejects only when the signal is aborted.
 */
export function uploadFile(options: HostUpload): Promise<Envelope<{ upload: string }>> {
  const { file, origin, token, onProgress, signal } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const settle = (envelope: Envelope<{ upload: string }>): void => {
      signal.removeEventListener('abort', abort);
      resolve(envelope);
    };
    request.open('POST', `${origin}/api/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    request.addEventListener('load', () => settle(uploadAnswer(request.responseText)));
    request.addEventListener('error', () => settle(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')));
    signal.addEventListener('abort', abort);
    request.send(file);
  });
}

function uploadAnswer(text: string): Envelope<{ upload: string }> {
  const answer = parseJson(text);
  if (!isEnvelope(answer)) return unreachable();
  if (!answer.ok) return answer;
  const { value } = answer;
  if (typeof value === 'object' && value !== null && 'upload' in value) {
    if (typeof value.upload === 'string') return { ok: true, value: { upload: value.upload } };
  }
  return unreachable();
}
