import { connect, createServer, type Socket } from 'node:net';

/** The network between a process and a server, to be cut. */
export interface Cable {
  readonly port: number;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  /** Swallows everything without a word, as a firewall or an unplugged cable does. */
  mute(): void;
  mend(): void;
  close(): Promise<void>;
}

export const cable = async (to: number): Promise<Cable> => {
  let is: 'whole' | 'cut' | 'mute' = 'whole';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // That it broke is told by the close.
    socket.on('error', () => {});
    return socket;
  };
  const carry = (from: Socket, into: Socket): void => {
    from.on('data', (bytes) => {
      if (is === 'whole') into.write(bytes);
    });
    from.once('close', () => into.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (is === 'cut') {
      near.destroy();
      return;
    }
    if (is === 'mute') return;
    const far = keep(connect(to, '127.0.0.1'));
    carry(near, far);
    carry(far, near);
  });
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return {
    port: address.port,
    cut() {
      is = 'cut';
      breakAll();
    },
    mute() {
      is = 'mute';
    },
    mend() {
      is = 'whole';
      breakAll();
    },
    async close() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
