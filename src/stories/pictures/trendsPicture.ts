import type { Trends } from '../queries.ts';
import { drawTrends } from './drawTrends.ts';
import { type Picture, pictureWidth } from './networkPicture.ts';
import { darkCard } from './paint.ts';
import { png } from './png.ts';
import { englishWords, type PictureWords } from './words.ts';

/** Who teams up most, and how that compares with the period before. */
export async function trendsPicture(trends: Trends, words: PictureWords = englishWords): Promise<Picture> {
  const svg = drawTrends(trends, { paint: darkCard, words });
  return { svg, png: await png(svg, pictureWidth) };
}
