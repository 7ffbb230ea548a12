import manifest from '../../package.json' with { type: 'json' };
import type { PlatformName } from '../model.ts';
import type { Platform } from '../platforms/platform.ts';

/** What this process is about to do, in a sentence. */
export function greeting(packFeeds: number, platforms: readonly Platform[], atTerminal: boolean): string {
  const places = platforms.map(({ name }) => proper(name));
  const posts = places.length === 0 ? '' : `, posting to ${places.join(' and ')}`;
  const end = atTerminal ? ' Ctrl+C ends it.' : '';
  return `Pactwire ${manifest.version} starts: ${packFeeds} feeds of its packs and those added here${posts}.${end}`;
}

const proper = (name: PlatformName): string =>
  name === 'console' ? 'this terminal' : `${name[0]?.toUpperCase()}${name.slice(1)}`;
