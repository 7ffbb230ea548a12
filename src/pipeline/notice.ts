import { type Block, type Message, type Spans, span } from '../message.ts';
import type { FeedNotice } from '../model.ts';
import { inWords } from '../words/sentence.ts';
import type { Words } from '../words/words.ts';

const mostListed = 15;

/** What a chat is told of its feeds: which have been failing, which are gone, which can be read again. */
export function noticeMessage(notices: readonly FeedNotice[], words: Words): Message {
  return {
    blocks: [
      ...section(notices, 'failing', words, words.say('notice.failingAfter')),
      ...section(notices, 'retired', words, words.say('notice.retiredAfter')),
      ...section(notices, 'healed', words, ''),
    ],
  };
}

function section(
  notices: readonly FeedNotice[],
  is: FeedNotice['is'],
  words: Words,
  after: string,
): readonly Block[] {
  const alike = notices.filter((notice) => notice.is === is);
  if (alike.length === 0) return [];
  const hidden = alike.length - mostListed;
  const notes = [hidden > 0 ? words.say('notice.more', { count: hidden }) : '', after].filter(
    (note) => note !== '',
  );
  return [
    { is: 'text', spans: [span(words.say(`notice.${is}`), { bold: true })] },
    { is: 'list', items: alike.slice(0, mostListed).map((one) => line(one, words)) },
    ...notes.map((note) => ({ is: 'note', spans: [span(note)] }) as const),
  ];
}

function line({ title, url, reason }: FeedNotice, words: Words): Spans {
  const name = span(title, { href: url });
  return reason === undefined ? [name] : words.spans('list.named', { name, what: inWords(reason, words) });
}
