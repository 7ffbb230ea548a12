import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import type { Feed } from '../model.ts';
import type { Fetcher } from '../pipeline/fetch/fetch.ts';
import { inEnglish } from '../words/sentence.ts';

const { ok, advice, trouble } = diagnoses('network');
const tries = 3;

/** Whether feeds can be reached at all: a few publishers are asked, each at another host. */
export async function* network(feeds: readonly Feed[], fetcher: Fetcher): AsyncGenerator<Diagnosis> {
  const byHost = new Map(feeds.map((feed) => [URL.parse(feed.url)?.host, feed]));
  const sample = [...byHost.values()].slice(0, tries);
  if (sample.length === 0) {
    yield advice(
      'There is no feed to read.',
      'Name feed packs in PACKS (feeds/README.md lists them) or add feeds with: npm run -s pactwire -- opml import FILE',
    );
    return;
  }
  const answers = await Promise.all(sample.map(({ url }) => fetcher.fetch(url, {})));
  const failures = answers.filter((answer) => answer.is === 'failed');
  const [first] = failures;
  if (first === undefined) yield ok(`All of ${sample.length} publishers asked answer.`);
  else if (failures.length < sample.length) {
    yield ok(`${sample.length - failures.length} of ${sample.length} publishers asked answer.`);
  } else {
    yield trouble(
      `None of ${sample.length} publishers asked answers: ${inEnglish(first.reason)}`,
      first.kind === 'blocked'
        ? 'Allow the private addresses that your feeds live at in FEEDS_ALLOW_PRIVATE.'
        : 'Check DNS and the firewall: the bot needs to reach ports 80 and 443 of the internet by itself, for it uses no proxy.',
    );
  }
}
