import { expect, test } from 'vitest';
import { siteFeeds } from '../../../src/pipeline/discover/siteFeeds.ts';

test.each([
  [
    'a YouTube channel',
    'https://www.youtube.com/channel/UCabc_-1/videos',
    ['https://www.youtube.com/feeds/videos.xml?channel_id=UCabc_-1'],
  ],
  [
    'a YouTube playlist',
    'https://youtube.com/playlist?list=PL123',
    ['https://youtube.com/feeds/videos.xml?playlist_id=PL123'],
  ],
  ['a YouTube handle, which only its page can resolve', 'https://www.youtube.com/@someone', []],
  [
    'a repository on GitHub',
    'https://github.com/nodejs/node',
    [
      'https://github.com/nodejs/node/releases.atom',
      'https://github.com/nodejs/node/commits.atom',
      'https://github.com/nodejs/node/tags.atom',
    ],
  ],
  [
    'the releases of a repository',
    'https://github.com/nodejs/node/releases/latest',
    ['https://github.com/nodejs/node/releases.atom'],
  ],
  [
    'the commits of a branch',
    'https://github.com/nodejs/node/commits/main/',
    ['https://github.com/nodejs/node/commits/main.atom'],
  ],
  ['an account on GitHub', 'https://github.com/nodejs', ['https://github.com/nodejs.atom']],
  ['a feed on GitHub', 'https://github.com/nodejs/node/releases.atom', []],
  ['a subreddit', 'https://www.reddit.com/r/technology/', ['https://www.reddit.com/r/technology/.rss']],
  ['a subreddit, newest first', 'https://old.reddit.com/r/a/new', ['https://old.reddit.com/r/a/new/.rss']],
  ['a redditor', 'https://www.reddit.com/user/someone', ['https://www.reddit.com/user/someone/.rss']],
  ['a profile on Mastodon', 'https://social.example/@someone', ['https://social.example/@someone.rss']],
  ['a profile on Medium', 'https://medium.com/@someone', ['https://medium.com/feed/@someone']],
  ['a profile on Bluesky', 'https://bsky.app/profile/a.example', ['https://bsky.app/profile/a.example/rss']],
  ['any other page', 'https://news.example/a/b', []],
])('%s', (_, page, feeds) => {
  expect(siteFeeds(new URL(page))).toEqual(feeds);
});
