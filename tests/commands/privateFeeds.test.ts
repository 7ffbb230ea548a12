import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Feed, FeedId } from '../../src/model.ts';
import type { Message } from '../../src/message.ts';
import { aDesk } from '../desk.ts';
import { aNewsroom } from '../house.ts';
import { by, noon } from './chat.ts';

const feed = (id: string, addedIn?: string): Feed => ({
  id: id as FeedId,
  title: `Feed ${id}`,
  url: `https://me:secret-${id}@${id}.example/feed`,
  ...(addedIn === undefined ? {} : { addedIn }),
});

const everything = (message: Message): string =>
  JSON.stringify(message.blocks) + new TextDecoder().decode(message.file?.bytes);

it.each([
  ['/feeds health', ['Feed operator', 'Feed mine'], []],
  ['/feeds list', ['Feed mine'], []],
  ['/feeds export which: all', ['Feed operator', 'Feed mine'], []],
  ['/feeds export', ['Feed mine'], ['secret-mine']],
])(
  '%s names the feeds of other chats to nobody, and passwords to their owners',
  async (line, names, secrets) => {
    const newsroom = await aNewsroom({ now: () => noon });
    const all = [feed('operator'), feed('mine', 'telegram/-1007'), feed('theirs', 'telegram/66')];
    for (const one of all) await newsroom.addFeed(one);
    const feeds = async () => (await newsroom.feeds()).map((one) => ({ ...one, failures: 3 }));
    const desk = await aDesk(commands, { newsroom: { ...newsroom, feeds } });
    const [, command = '', typed = ''] = /^\/(\w+) (.*)$/u.exec(line) ?? [];
    const said = everything(await desk.answer(by({ command, typed })));
    expect(all.map(({ title }) => title).filter((title) => said.includes(title))).toEqual(names);
    expect(said.match(/secret-\w+/gu) ?? []).toEqual(secrets);
  },
);
