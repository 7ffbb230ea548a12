import { describe, expect, it } from 'vitest';
import { hooker, hookJob } from '../../src/jobs/hook.ts';
import type { House, HouseEvent } from '../../src/jobs/house.ts';
import type { HookOutcome } from '../../src/web/webhook.ts';
import { aSource, aStory } from '../story.ts';

const minute = 60_000;
const story = aStory();

/** A receiver that answers in turn, the last answer for ever, and a clock that we turn. */
function calling(...answers: readonly HookOutcome[]) {
  const calls: { id: string; type: string; data: unknown }[] = [];
  const events: HouseEvent[] = [];
  const clock = { now: 0 };
  const house = {
    memory: { stories: { get: async (id: string) => (id === story.id ? story : undefined) } },
    now: () => clock.now,
    report: (event: HouseEvent) => void events.push(event),
    webhook: {
      async call(id: string, type: string, data: unknown) {
        calls.push({ id, type, data });
        return answers[Math.min(calls.length, answers.length) - 1] as HookOutcome;
      },
    },
  } as unknown as House;
  return { run: hooker(house), calls, events, clock };
}

const outage: HookOutcome = { is: 'wait', reason: 'The webhook answered 503.' };

describe('calling the webhook', () => {
  it('tells the story as programs get it, under an id of its own for each outlet that told it', async () => {
    const { run, calls, events } = calling({ is: 'taken' });
    expect(await run(hookJob(story).id)).toEqual({ is: 'done' });
    expect(calls).toMatchObject([{ id: 's1.1', type: 'story.told', data: { headline: story.headline } }]);
    expect(events).toMatchObject([{ is: 'hook', outcome: { is: 'taken' } }]);
    const grown = hookJob({ ...story, sources: [...story.sources, aSource()] });
    await run(grown.id);
    expect(calls[1]).toMatchObject({ id: 's1.2', type: 'story.updated' });
  });

  it('waits longer and longer, at most an hour', async () => {
    const { run } = calling(outage);
    const pauses = [];
    for (let tried = 0; tried < 9; tried += 1) pauses.push(await run('s1 1'));
    expect(pauses.map((each) => (each.is === 'again' ? each.inMs / minute : 0))).toEqual([
      0.5, 1, 2, 4, 8, 16, 32, 60, 60,
    ]);
  });

  it('waits as long as it was asked to', async () => {
    const { run } = calling({ ...outage, ms: 7_000 });
    expect(await run('s1 1')).toEqual({ is: 'again', inMs: 7_000 });
  });

  it('gives up after three days', async () => {
    const { run, clock } = calling(outage);
    await run('s1 1');
    clock.now += 73 * 60 * minute;
    expect(await run('s1 1')).toEqual({ is: 'done' });
  });

  it.each([
    ['does not repeat what was refused', 's1 1'],
    ['forgets a story that nobody remembers', 's9 1'],
  ])('%s', async (_name, id) => {
    const { run } = calling({ is: 'refused', reason: 'The webhook answered 404.' });
    expect(await run(id)).toEqual({ is: 'done' });
  });
});
