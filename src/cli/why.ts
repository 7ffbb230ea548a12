import { explained } from '../answers/explained.ts';
import { memory } from '../memory.ts';
import { explain } from '../newsroom/explain.ts';
import { render } from '../platforms/console/render.ts';
import { openStore } from '../store/openStore.ts';
import { words } from '../words/words.ts';
import { configured } from './configured.ts';
import type { Subcommand } from './io.ts';

/** A link of an article that a feed brought, or a title → the decision and what spoke for and against it. */
export const why: Subcommand = async (io) => {
  const asked = io.args.join(' ').trim();
  if (asked === '') {
    io.err('why wants a link or a title: npm run -s pactwire -- why "Northwind teams up with Leica"');
    return 2;
  }
  const config = configured(io);
  if (!config) return 2;
  const store = await openStore(config.storeUrl);
  try {
    const found = await explain(asked, memory(store));
    if (!found) {
      io.err(words('en').say('why.unknown'));
      return 1;
    }
    // By their names, as the lexicons and models have them, for whoever works on these.
    await io.out(
      `${render(
        explained(found, words('en'), () => undefined),
        io.terminal(),
      )}\n`,
    );
    return 0;
  } finally {
    await store.close();
  }
};
