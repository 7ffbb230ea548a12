import { type Block, type Message, type Spans, span } from '../message.ts';
import type { FeedNotice } from '../model.ts';

const mostListed = 15;

/** What a chat is told of its feeds: which have been failing, which are gone, which can be read again. */
export function noticeMessage(notices: readonly FeedNotice[]): Message {
  const blocks = [
    ...section(
      notices,
      'failing',
      'For a day I could not read',
      'I keep trying, ever more rarely, and say when they are back.',
    ),
    ...section(notices, 'retired', 'Gone for good, says the publisher', 'I no longer ask for them.'),
    ...section(notices, 'healed', 'I can read again', ''),
  ];
  return { blocks };
}

function section(
  notices: readonly FeedNotice[],
  is: FeedNotice['is'],
  heading: string,
  after: string,
): readonly Block[] {
  const alike = notices.filter((notice) => notice.is === is);
  if (alike.length === 0) return [];
  const hidden = alike.length - mostListed;
  const notes = [hidden > 0 ? `and ${hidden} more` : '', after].filter((note) => note !== '');
  return [
    { is: 'text', spans: [span(heading, { bold: true })] },
    { is: 'list', items: alike.slice(0, mostListed).map(line) },
    ...(notes.length > 0 ? [{ is: 'note', spans: [span(notes.join('. '))] } as const] : []),
  ];
}

function line({ title, url, reason }: FeedNotice): Spans {
  const name = span(title, { href: url });
  return reason === undefined ? [name] : [name, span(`: ${reason}`)];
}
