import type { GraphFile, Place, Post } from '../graph-file/index.ts';
import { GOLD_RELATIONS, REPLY_STANCES } from './gold.ts';
import { placeGraph } from './placed-graph.ts';

const INSTRUCTIONS = [
  'Read the whole thread before you look at what the program found: its candidates are suggestions and miss things.',
  'Lines are numbers of lines in the input (see body), from 1, both ends included. Words outside the keys are yours to write.',
  'posts: correct author, first_line, last_line; reply_to is the id of the post that is answered, null if nothing shows it; duplicate_of marks a later capture of a post; author null is unknown; chrome true is page furniture.',
  `posts.stance: how the post stands to the one in reply_to: ${REPLY_STANCES.join(', ')}, or null.`,
  'claims: set keep to true for the main claims, those that a reader would want on one page, and to false for the others; correct text to the very words; add what is missing; gist says it in your words.',
  `relations: between kept claims, from the later or supporting one to the other, type ${GOLD_RELATIONS.join(', ')}.`,
  'cruxes: points on which the speakers would move if they changed their mind on them. sides: author and lines where each holds it; lines: where it is raised or named; explicit true if a participant says that it decides; one known side only is an open point.',
  'agreements: what two or more authors share, with the lines where they show it.',
  'annotated: name each part when you are through with it (posts, claims, relations, cruxes, agreements). Parts that are not named are not measured; an empty part that is named says that there is nothing.',
  'body and examples are for reading; they may stay or go.',
];

const EXAMPLES = {
  relation: { from: 'c2', to: 'c1', type: 'attack' },
  crux: {
    gist: 'Will the roof hold another winter?',
    explicit: true,
    lines: [12],
    sides: [
      { author: 'Ann', holds: 'yes', lines: [4] },
      { author: 'Bo', holds: 'no', lines: [9] },
    ],
  },
  agreement: { gist: 'The gutters leak.', authors: ['Ann', 'Bo'], kind: 'full', lines: [5, 9] },
};

/**
 * An annotation form for a thread, as JSON: posts filled in as the graph has them, its claims as candidates to keep or not,
 * cruxes and agreements empty. What an analyst makes of it is read by `parseGold`.
 */
export function goldFormOf(file: GraphFile): string {
  const { file: placed, lines } = placeGraph(file, null);
  const { thread } = placed;
  const author = nameSpeakers(placed);
  const form = {
    instructions: INSTRUCTIONS,
    examples: EXAMPLES,
    seed: thread.source,
    sha256: thread.sha256,
    lines: thread.lines ?? lines.length,
    line_numbers: thread.lines === null ? 'lines of the posts, one post after another' : 'lines of the input',
    annotator: '',
    conventions: '',
    annotated: ['posts'],
    posts: placed.posts.flatMap((post) => listPlaces(post, author(post.speaker), lines)),
    claims: placed.claims
      .filter(({ firstLine }) => firstLine !== null)
      .map((claim) => ({
        id: claim.id,
        post: claim.post,
        author: author(claim.speaker),
        line: claim.firstLine,
        last_line: claim.lastLine,
        text: claim.text,
        gist: '',
        kind: '',
        keep: null,
      })),
    relations: [],
    cruxes: [],
    agreements: [],
    open_questions: [],
  };
  return `${JSON.stringify(form, null, 2)}\n`;
}

function nameSpeakers({ speakers }: GraphFile): (id: string) => string {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const shared = new Set(speakers.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at));
  return (id) => {
    const name = names.get(id)!;
    return shared.has(name) ? `${name} (${id})` : name;
  };
}

/** The post at its first place and, as duplicates of it, at the places of later captures. */
function listPlaces(post: Post, author: string, lines: readonly string[]) {
  const form = (id: string, { firstLine, lastLine }: Place, duplicateOf: string | null) => ({
    id,
    author,
    first_line: firstLine,
    last_line: lastLine,
    reply_to: duplicateOf === null ? post.replyTo : null,
    duplicate_of: duplicateOf,
    stance: null,
    body: duplicateOf === null ? numberLines(lines, firstLine ?? 1, lastLine ?? 0) : [],
  });
  const places = [post.source, ...post.copies].filter((place) => place !== null);
  return places.map((place, at) => form(at === 0 ? post.id : `${post.id}-copy${at}`, place, at === 0 ? null : post.id));
}

function numberLines(lines: readonly string[], first: number, last: number): string[] {
  return lines.slice(first - 1, last).map((text, at) => `${first + at}: ${text}`);
}
