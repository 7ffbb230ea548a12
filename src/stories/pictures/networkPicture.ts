import type { Story } from '../../model.ts';
import { drawNetwork } from './drawNetwork.ts';
import { network } from './network.ts';
import { darkCard } from './paint.ts';
import { png } from './png.ts';
import { englishWords, type PictureWords } from './words.ts';

/** A picture for a post, and the drawing it was made from. */
export interface Picture {
  readonly svg: string;
  readonly png: Buffer;
}

const most = 13;
export const pictureWidth = 1_080;

/** Who teams up with whom, around the companies in `focus`: thickness is the number of stories, colour the kind. */
export async function networkPicture(
  stories: readonly Story[],
  focus: readonly string[],
  words: PictureWords = englishWords,
): Promise<Picture> {
  const svg = drawNetwork(network(stories, focus, most), focus.join(' × '), { paint: darkCard, words });
  return { svg, png: await png(svg, pictureWidth) };
}
