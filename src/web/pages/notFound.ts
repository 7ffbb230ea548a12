import { html } from 'hono/html';
import { page } from './page.ts';

export const notFound = page({
  title: 'Not found · Pactwire',
  feed: { path: '/feed', title: 'All partnerships' },
  main: html`<h1>There is nothing at this address</h1>
<p>Perhaps nothing was told of this company yet. <a href="/">Show the latest partnerships</a></p>`,
});
