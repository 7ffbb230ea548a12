import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Loopback {
  readonly origin: string;
  readonly port: number;
  /** TCP connections taken so far. */
  connections(): number;
  /** The most that were open at the same time. */
  mostAtOnce(): number;
}

/** A web server on 127.0.0.1 for the length of one test. */
export const webServer = (answer: RequestListener): Promise<Loopback> => open(createServer(answer));

/** A server that speaks whatever `answer` writes to the socket. */
export const tcpServer = (answer: (socket: Socket) => void): Promise<Loopback> =>
  open(createTcpServer(answer));

async function open(server: Server): Promise<Loopback> {
  const sockets = new Set<Socket>();
  let taken = 0;
  let most = 0;
  server.on('connection', (socket: Socket) => {
    taken += 1;
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, connections: () => taken, mostAtOnce: () => most };
}
