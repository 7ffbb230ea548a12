import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { type Kind, kinds, type Story } from '../../model.ts';
import type { Archive } from '../../stories/archive.ts';
import { storyWords } from '../../storyWords.ts';
import type { Address } from '../address.ts';
import { entry } from './entry.ts';
import { type Channel, type Format, formats } from './formats.ts';
import { storyUrn } from './storyUrn.ts';

const stories = 50;
const freshSeconds = 300;

/** The stories as feeds: all of them, those of a company, those of a kind; each as Atom, RSS and JSON Feed. */
export function feedRoutes(archive: Pick<Archive, 'company' | 'latest'>, address: Address): Hono {
  const app = new Hono();
  app.use(etag());
  for (const [ending, format] of Object.entries(formats)) {
    app.get(`/feed.${ending}`, (c) =>
      answer(c, format, archive.latest({ count: stories }), {
        title: 'Pactwire: partnerships',
        description: 'Who teams up with whom, noticed in tech news.',
        page: '/',
      }),
    );
    app.get(`/companies/:name/feed.${ending}`, (c) => {
      const company = archive.company(c.req.param('name'));
      if (!company) return c.notFound();
      const { name } = company;
      return answer(c, format, company.stories.slice(0, stories), {
        title: `Pactwire: ${name}`,
        description: `With whom ${name} teams up, noticed in tech news.`,
        page: address.company(name),
      });
    });
    app.get(`/kinds/:kind/feed.${ending}`, (c) => {
      const kind = kinds.find((one) => one === c.req.param('kind'));
      if (!kind) return c.notFound();
      return answer(c, format, archive.latest({ count: stories, kinds: [kind] }), ofKind(kind));
    });
  }

  const ofKind = (kind: Kind) => ({
    title: `Pactwire: ${storyWords.kinds[kind]}`,
    description: `Partnerships of the kind "${storyWords.kinds[kind]}", noticed in tech news.`,
    page: `/?kind=${kind}`,
  });

  function answer(
    c: Context,
    { contentType, write }: Format,
    told: readonly Story[],
    { title, description, page }: { title: string; description: string; page: string },
  ): Response {
    const base = address.base(c);
    const channel: Channel = {
      id: storyUrn(`feed ${page}`),
      title,
      description,
      pageUrl: base + page,
      selfUrl: base + c.req.path,
    };
    return c.body(write(channel, told.map(entry)), 200, {
      'content-type': contentType,
      'cache-control': `public, max-age=${freshSeconds}`,
    });
  }
  return app;
}
