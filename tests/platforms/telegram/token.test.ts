import { inspect } from 'node:util';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { sentence } from '../../../src/message.ts';
import { telegram } from '../../../src/platforms/telegram/telegram.ts';
import { patience } from '../../../src/platforms/telegram/timing.ts';
import { aDesk } from '../../desk.ts';
import { fakeTelegram } from '../../fakes/telegram/fakeTelegram.ts';
import type { Fault } from '../../fakes/telegram/faults.ts';

const faults: readonly (readonly [name: string, fault: Fault])[] = [
  ['a dropped connection', { is: 'drop' }],
  ['a hanging server', { is: 'hang' }],
  ['a gateway page', { is: 'page', status: 502 }],
  ['a page that claims success, which telegraf quotes with the address', { is: 'page', status: 200 }],
  [
    'an answer that quotes the token',
    { is: 'answer', code: 400, description: 'Bad Request: 123:SECRETSECRET' },
  ],
  ['a refused token', { is: 'answer', code: 401, description: 'Unauthorized' }],
];

it.each(faults)('the token stays out of outcomes, logs and answers: %s', async (_name, fault) => {
  await using server = await fakeTelegram({ token: '123:SECRETSECRET' });
  server.addChat(1);
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) });
  const timing = { ...patience, send: 100, ask: 100, firstBackoff: 10, longestBackoff: 10 };
  const platform = telegram({ token: server.token, apiUrl: server.apiUrl, log }, timing);
  server.fail({}, fault, 6);
  const outcome = await platform.send({ platform: 'telegram', chat: '1' }, sentence('Hello'), 'key');
  const listener = await platform.listen(await aDesk([]));
  server.fail({ method: 'getUpdates' }, fault);
  server.fail({ method: 'sendMessage' }, fault, 3);
  await server.say({ chat: 1, text: '/help', withinMs: 200 });
  await Promise.race([listener.ended, platform.close()]);
  await platform.close();
  const everything = [inspect(outcome, { depth: null }), ...lines, inspect(platform, { depth: null })].join(
    '\n',
  );
  expect(server.requests.length).toBeGreaterThan(1);
  expect(everything).not.toContain('SECRETSECRET');
});
