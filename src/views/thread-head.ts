import { isUnknown } from './labels.ts';
import { flowFacts, toRows } from './lay-out.ts';
import { count } from './numbers.ts';
import type { Row } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';

const NAMED_VOICES = 4;

/** What was read: source, posts, voices and how far they are known, what was merged, format. One or two rows. */
export function headRows(scene: Scene, view: string): Row[] {
  const { analysis, glyphs, say } = scene;
  const { thread } = analysis.file;
  const { captured, kept } = thread.paragraphs;
  const merged = captured > kept;
  const facts = [
    [run(`${view} `, 'heading'), run(say(thread.source), 'strong')],
    ...(thread.title ? [[run(say(thread.title))]] : []),
    [run(`${describePosts(scene)}${describeVoices(scene)}`)],
    ...(merged
      ? [[run(`${captured} ${glyphs.arrow} ${kept} paragraphs (${count(thread.captures, 'capture')} merged)`)]]
      : []),
    [run(say(thread.format))],
    ...(thread.asOf ? [[run(`as of post ${say(thread.asOf)}`)]] : []),
  ];
  return toRows(flowFacts(facts, scene.width, glyphs), null);
}

function describePosts(scene: Scene): string {
  const { length } = scene.analysis.file.posts;
  return isApart(scene)
    ? `${count(length, 'turn')} guessed, some may be missed or split; `
    : `${count(length, 'post')}, `;
}

/** `2 voices: A?, B? (inferred, confidence 0.44)`; speakers whom the source leaves out are unknown, not inferred. */
function describeVoices(scene: Scene): string {
  const { analysis, voices, labelOf, nameless } = scene;
  const apart = isApart(scene);
  if (voices.length === 0) return '0 voices';
  if (nameless) return 'voices not given';
  const names = voices.slice(0, NAMED_VOICES).map(labelOf).join(', ');
  const more = voices.length > NAMED_VOICES ? ` +${voices.length - NAMED_VOICES}` : '';
  const speakers = voices.flatMap((id) => analysis.speakers.get(id) ?? []);
  const unknown = speakers.filter(isUnknown).length;
  const guessed = speakers.filter((speaker) => !speaker.given && !isUnknown(speaker));
  const lowest = Math.min(...guessed.map(({ confidence }) => confidence));
  const part = guessed.length < speakers.length ? `${guessed.length} ` : '';
  const how = [
    ...(guessed.length > 0 ? [`${apart ? '' : `${part}inferred, `}confidence ${lowest.toFixed(2)}`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ];
  return `${apart ? 'a letter each' : count(voices.length, 'voice')}: ${names}${more} (${how.length > 0 ? how.join(', ') : 'as given'})`;
}

/** Guessed turns that nothing ties together: each has a letter of its own; some may be one person, and a missed turn hides one. */
function isApart({ analysis, voices }: Scene): boolean {
  const { thread, posts } = analysis.file;
  return thread.turns === 'inferred' && voices.length > 2 && voices.length === posts.length;
}
