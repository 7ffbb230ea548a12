import { request } from 'undici';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';

const { ok, trouble } = diagnoses('clock');
const deadlineMs = 10_000;
/** TLS and sent-once marks bear this much; digests at a set hour do too. */
const tolerableMs = 60_000;

/** Whether this machine's clock agrees with the first server that tells the time (Date, RFC 9110 §6.6.1). */
export async function* clock(urls: readonly string[], now: () => number): AsyncGenerator<Diagnosis> {
  for (const url of urls) {
    const told = await dateOf(url);
    if (told === undefined) continue;
    const aheadMs = now() - told;
    const minutes = Math.round(Math.abs(aheadMs) / 60_000);
    yield Math.abs(aheadMs) < tolerableMs
      ? ok('The clock is right.')
      : trouble(
          `The clock is ${minutes} min ${aheadMs > 0 ? 'ahead' : 'behind'} of ${new URL(url).host}.`,
          'Turn on time synchronisation (Linux: timedatectl set-ntp true); a container takes its time from the host.',
        );
    return;
  }
}

async function dateOf(url: string): Promise<number | undefined> {
  try {
    const { headers, body } = await request(url, { method: 'HEAD', signal: AbortSignal.timeout(deadlineMs) });
    await body.dump();
    const told = Date.parse(String(headers['date']));
    return Number.isNaN(told) ? undefined : told;
  } catch {
    // Whether the server can be reached is the matter of the checks that need it.
    return undefined;
  }
}
