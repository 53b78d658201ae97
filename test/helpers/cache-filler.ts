import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openAnswerCache, type StoredAnswer } from '../../src/store/index.ts';

/** The answer number `index` of a process; every tenth is the same in all processes. */
export function answerOf(writer: string, index: number): StoredAnswer {
  const seed = index % 10 === 0 ? `all ${index}` : `${writer} ${index}`;
  const key = createHash('sha256').update(seed).digest('hex');
  return {
    key,
    stage: 'read',
    model: 'm',
    reply: JSON.stringify({ ok: true, text: key.repeat(30), usage: null }),
    inputTokens: index,
    cachedTokens: null,
    outputTokens: 1,
  };
}

/** Run as a process: fills the cache with `count` answers, reads each back, and says the number of each one that is safe. */
if (process.argv[1] === import.meta.filename) {
  const [path = '', writer = '', count = '0'] = process.argv.slice(2);
  const cache = openAnswerCache(path);
  for (let index = 0; index < Number(count); index += 1) {
    const answer = answerOf(writer, index);
    if (cache.get(answer.key) === null) cache.put([answer]);
    if (cache.get(answer.key)?.reply !== answer.reply) throw new Error(`answer ${index} of ${writer} is not there`);
    writeSync(1, `${index}\n`);
  }
  cache.close();
}
