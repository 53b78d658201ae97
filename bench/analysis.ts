// The whole embedded analysis against what remark-parse alone needs for the same text, and time per post as threads grow.
// Ratios within one run: absolute times depend on the machine.
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { analyze } from '../src/index.ts';
import { makeDiscussion } from './make-discussion.ts';

const time = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const megabytes = Number(process.argv[2] ?? 5);
const text = makeDiscussion({ bytes: megabytes * 1024 * 1024 });
const ratios: number[] = [];
for (let round = 0; round < 3; round++) {
  const parse = await time(() => unified().use(remarkParse).parse(text));
  const whole = await time(() => analyze(text, { name: 'bench.md' }));
  ratios.push(whole / parse);
  console.log(
    `${megabytes} MB: remark-parse ${parse.toFixed(0)} ms, analysis ${whole.toFixed(0)} ms, ratio ${(whole / parse).toFixed(2)}`,
  );
}
console.log(`ratio, median of 3: ${median(ratios).toFixed(2)} (at most 3, aim 2)`);

const perPost: Record<number, number> = {};
for (const posts of [1_000, 50_000]) {
  const thread = makeDiscussion({ posts });
  const runs = posts < 10_000 ? 5 : 1;
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await time(() => analyze(thread, { name: 'bench.md' })));
  perPost[posts] = median(times) / posts;
  console.log(`${posts} posts: ${perPost[posts].toFixed(3)} ms a post`);
}
console.log(`growth per post from 1,000 to 50,000: ${(perPost[50_000]! / perPost[1_000]!).toFixed(2)} (at most 1.3)`);
