import { connect } from 'node:net';
import { createServer } from 'node:http';

/** A proxy on loopback that connects to where it is told, and notes that; or refuses with `status`. */
export async function startProxy(status = 200): Promise<{
  origin: string;
  /** `host:port` of each connection asked for. */
  asked: string[];
  /** Requests that came to the proxy itself instead. */
  plain: string[];
  close(): Promise<void>;
}> {
  const asked: string[] = [];
  const plain: string[] = [];
  const server = createServer((request, response) => {
    plain.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, client, head) => {
    asked.push(request.url ?? '');
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} Refused\r\n\r\n`);
      return;
    }
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(client);
      client.pipe(onward);
    });
    onward.on('error', () => client.destroy());
    client.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    plain,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
