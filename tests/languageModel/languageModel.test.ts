import { describe, expect, it, onTestFinished } from 'vitest';
import { languageModel } from '../../src/languageModel/languageModel.ts';
import { secret } from '../../src/secret.ts';
import { type Scripted, scriptedModel } from '../fakes/scriptedModel.ts';

async function modelThatSays(...script: readonly Scripted[]) {
  const endpoint = await scriptedModel(...script);
  onTestFinished(() => endpoint.close());
  const model = languageModel({ url: `${endpoint.url}/`, model: 'small', key: secret('k-123') });
  return { endpoint, ask: () => model.ask({ system: 'Be brief.', user: 'Hello?' }) };
}

describe('languageModel', () => {
  it('asks as OpenAI is asked, and counts what it cost', async () => {
    const { endpoint, ask } = await modelThatSays({ answer: 'Hello.', tokens: 42 });
    expect(await ask()).toEqual({ is: 'answered', text: 'Hello.', tokens: 42 });
    expect(endpoint.asked).toMatchObject([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer k-123',
        body: {
          model: 'small',
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Hello?' },
          ],
        },
      },
    ]);
  });

  it('estimates what it cost when the server does not count', async () => {
    const { ask } = await modelThatSays({ answer: 'Hello.' });
    expect(await ask()).toMatchObject({ is: 'answered', tokens: expect.any(Number) as number });
  });

  it.each<[string, Scripted, string]>([
    ['an error', { status: 500, answer: 'k-123 is wrong' }, '500'],
    ['no JSON', { answer: { raw: '<html>' } }, 'another form'],
    ['another form', { answer: { raw: '{"choices":[]}' } }, 'another form'],
    ['an endless answer', { answer: 'x'.repeat(1_000_000) }, 'cannot be reached'],
  ])('fails with a sentence that shows no key on %s', async (_name, scripted, words) => {
    const { ask } = await modelThatSays(scripted);
    const answer = await ask();
    expect(answer).toEqual({ is: 'failed', reason: expect.stringContaining(words) as string });
    expect(JSON.stringify(answer)).not.toContain('k-123');
  });

  it('fails when nobody is there', async () => {
    const model = languageModel({ url: 'http://127.0.0.1:9/v1', model: 'small' });
    expect(await model.ask({ system: '', user: '' })).toMatchObject({ is: 'failed' });
  });
});
