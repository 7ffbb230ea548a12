import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Kind, kinds, type Stage, stages } from '../../src/model.ts';

interface Lesson {
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly language: string;
  readonly label: string;
  readonly partners?: readonly string[];
  readonly kind?: Kind;
  readonly stage?: Stage;
}

const learn = new URL('../../src/detect/learn/', import.meta.url);
const files = readdirSync(learn).filter((name) => /^lessons\..+\.jsonl$/.test(name));
const lessonsOf = (name: string): readonly Lesson[] =>
  readFileSync(new URL(name, learn), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Lesson);
/** What is wrong with a lesson, in words; nothing is said about a good one. */
const faults = ({ title, description = '', label, partners, kind, stage }: Lesson): readonly string[] =>
  label === 'no'
    ? [partners, kind, stage].some((told) => told !== undefined)
      ? ['what is no partnership has no partners, kind or stage']
      : []
    : [
        ...(['yes', 'borderline'].includes(label) ? [] : [`"${label}" is no label`]),
        ...(kind !== undefined && kinds.includes(kind) ? [] : [`"${kind}" is no kind`]),
        ...(stage !== undefined && stages.includes(stage) ? [] : [`"${stage}" is no stage`]),
        ...(partners === undefined || partners.length === 0 ? ['nobody is named'] : []),
        ...(partners ?? [])
          .filter((name) => !`${title}\n${description}`.includes(name))
          .map((name) => `"${name}" does not stand in the text`),
      ];

describe.each(files)('%s', (file) => {
  const lessons = lessonsOf(file);
  const language = file.split('.')[1];

  it('tells label, partners, kind and stage as a reader would', () => {
    const found = lessons.map((lesson) => ({ title: lesson.title, faults: faults(lesson) }));
    expect(found.filter((lesson) => lesson.faults.length > 0)).toEqual([]);
  });

  it('is in one language, with a key and a title of its own for each', () => {
    expect(lessons.filter((lesson) => lesson.language !== language)).toEqual([]);
    expect(new Set(lessons.map(({ key }) => key)).size).toBe(lessons.length);
    expect(new Set(lessons.map(({ title }) => title.toLowerCase())).size).toBe(lessons.length);
  });
});
