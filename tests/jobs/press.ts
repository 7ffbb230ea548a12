import type { Message } from '../../src/message.ts';
import type { Destination, PlatformName } from '../../src/model.ts';
import type { Platform, SendOptions, SendOutcome } from '../../src/platforms/platform.ts';

interface Posted {
  readonly to: Destination;
  readonly text: string;
  readonly key: string;
  readonly options: SendOptions;
  readonly at: number;
}

interface Edited {
  readonly id: string;
  readonly text: string;
  readonly link: string | undefined;
  readonly at: number;
}

/** A platform that writes down what it is sent, and answers as it is told to. */
export interface Press extends Platform {
  readonly posts: readonly Posted[];
  readonly edits: readonly Edited[];
  /** What it answers from now on, instead of taking everything. */
  answer?: ((to: Destination) => SendOutcome | undefined) | undefined;
}

export function press(name: PlatformName): Press {
  const posts: Posted[] = [];
  const edits: Edited[] = [];
  const made: Press = {
    name,
    posts,
    edits,
    pace: {
      burst: 10,
      overall: { most: 1_000, inMs: 1_000 },
      chatOf: ({ chat }) => chat,
      limitsOf: () => [],
    },
    remembersKeyMs: 0,
    async send(to, message, key, options = {}) {
      const outcome = made.answer?.(to) ?? { is: 'sent', message: `m${posts.length + 1}` };
      if (outcome.is === 'sent') posts.push({ to, text: textOf(message), key, options, at: Date.now() });
      return outcome;
    },
    async edit(to, id, message) {
      const outcome = made.answer?.(to) ?? { is: 'sent', message: id };
      if (outcome.is === 'sent')
        edits.push({ id, text: textOf(message), link: message.link, at: Date.now() });
      return outcome;
    },
    person: async (id) => ({ platform: name, chat: id }),
    listen: async () => ({ ended: new Promise(() => {}), close: async () => {} }),
    close: async () => {},
  };
  return made;
}

const textOf = ({ blocks }: Message): string =>
  blocks
    .flatMap((block) => (block.is === 'list' ? block.items : [block.spans]))
    .map((spans) => spans.map(({ text }) => text).join(''))
    .join('\n');
