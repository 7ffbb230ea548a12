import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Command } from '../../../src/command.ts';
import { sentence } from '../../../src/message.ts';
import type { Destination } from '../../../src/model.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import { telegram } from '../../../src/platforms/telegram/telegram.ts';
import { patience, type Timing } from '../../../src/platforms/telegram/timing.ts';
import { aDesk } from '../../desk.ts';
import type { FakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';

export const group = -1001;
export const [reader, admin] = [11, 12];
const timing: Timing = {
  ...patience,
  send: 500,
  ask: 500,
  firstBackoff: 20,
  longestBackoff: 80,
  conflict: 300,
};

const command = (name: string, access: Command['access'], run: Command['run']): Command => ({
  name,
  description: `About ${name}`,
  options: [{ type: 'text', name: 'words', description: 'Some words' }],
  access,
  audience: 'chat',
  run,
});

export const commands: readonly Command[] = [
  command('echo', 'everyone', async ({ call }) =>
    sentence(`You said ${String(call.options.words ?? 'nothing')}`),
  ),
  command('where', 'everyone', async ({ call }) => sentence(JSON.stringify([call.from, call.person]))),
  command('secret', 'admins', async () => sentence('Done')),
  command('broken', 'everyone', async () => {
    throw new Error('boom');
  }),
  command('slow', 'everyone', async () => {
    await sleep(1_500);
    return sentence('At last');
  }),
  { ...command('pick', 'everyone', async () => sentence('Done')), options: [] },
];

/** Chats that the platform said were moved. */
export const moves: (readonly [Destination, Destination])[] = [];
export const echoDesk = await aDesk(commands, {
  relocate: async (from, to) => void moves.push([from, to]),
});

/** The platform under test, less patient than in real life. */
export const connected = (to: FakeTelegram, token = to.token): Platform =>
  telegram({ token, apiUrl: to.apiUrl, log: pino({ level: 'silent' }) }, timing);
