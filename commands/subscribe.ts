import type { Command } from '../src/command.ts';
import { sentence } from '../src/message.ts';

export const subscribe: Command = {
  name: 'subscribe',
  description: 'Post every new partnership here, or only those of the companies you name',
  options: [
    { type: 'text', name: 'companies', description: 'Companies joined by commas; leave empty for all' },
  ],
  access: 'admins',
  audience: 'chat',
  async run({ call, newsroom }) {
    const companies = String(call.options['companies'] ?? '')
      .split(/[,，、]/u)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const before = await newsroom.subscription(call.from);
    await newsroom.subscribe(call.from, companies);
    const whose = companies.length === 0 ? 'every new partnership' : `new partnerships of ${list(companies)}`;
    return sentence(
      `${before ? 'Changed: from' : 'From'} now on I post ${whose} here, once per story. /unsubscribe ends it.`,
    );
  },
};

const list = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
