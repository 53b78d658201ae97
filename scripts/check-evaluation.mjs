// Compares our measures with ../shared/gold/score.py on every gold at hand: the program's own graphs, the golds turned into
// graphs, and many damaged variants of both. Run: node scripts/check-evaluation.mjs [FOLDER OF FURTHER GOLDS]…
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { drawNumbers, parseGold, placeGraph, scoreThread } from '../src/evaluation/index.ts';
import { analyze } from '../src/index.ts';

const VARIANTS = 40;
const root = new URL('..', import.meta.url).pathname;
const shared = join(root, '../shared');
const scorer = join(shared, 'gold/score.py');
const folders = [
  join(root, 'corpora'),
  join(root, 'test/fixtures/declared'),
  ...process.argv.slice(2).map((path) => resolve(path)),
];

// Reads [{gold, graph, text}] and writes the figures of score.py for each.
const DRIVER = `
import json, sys
sys.path.insert(0, sys.argv[1])
import score
print(json.dumps([score.score(case['gold'], case['graph'], case['text']) for case in json.load(sys.stdin)]))
`;

if (!existsSync(scorer)) console.log('no ../shared/gold/score.py here: nothing to compare with');
else await main();

async function main() {
  const cases = [];
  for (const path of listGolds([join(shared, 'gold'), ...folders])) {
    const gold = JSON.parse(readFileSync(path, 'utf8'));
    const input = [join(dirname(path), gold.seed), join(shared, 'seeds', gold.seed)].find((file) => existsSync(file));
    if (!input) {
      console.log(`${path}: no ${gold.seed} beside it or among the seeds`);
      continue;
    }
    const text = readFileSync(input, 'utf8');
    const analysis = await analyze(text, { name: basename(input) });
    // Inputs without flat text (JSON) are counted by the lines of their posts.
    const { file, lines } = placeGraph(analysis.file, text);
    const base = { name: path, gold, text: lines.join('\n') };
    cases.push({ ...base, graph: file }, { ...base, graph: toGraph(gold, file) });
    const random = drawNumbers(cases.length);
    for (let at = 0; at < VARIANTS; at++) {
      const before = cases.at(-1).graph;
      const graph = at % 10 === 0 ? (at % 20 === 0 ? file : toGraph(gold, file)) : before;
      cases.push({ ...base, graph: damage(graph, lines.length, random) });
    }
  }
  const run = spawnSync('python3', ['-B', '-c', DRIVER, dirname(scorer)], {
    input: JSON.stringify(cases.map(({ gold, graph, text }) => ({ gold, graph, text }))),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  report(cases, JSON.parse(run.stdout));
}

function report(cases, theirs) {
  let figures = 0;
  let apart = 0;
  for (const [at, { name, gold, graph, text }] of cases.entries()) {
    const ours = scoreThread(name, graph, [parseGold(JSON.stringify(gold), name)], text).figures;
    for (const [measure, value] of Object.entries(theirs[at])) {
      figures += 1;
      const same =
        value === null || ours[measure] === null ? value === ours[measure] : Math.abs(value - ours[measure]) < 5e-7;
      if (same) continue;
      apart += 1;
      if (apart <= 20) console.error(`${name} (case ${at}): ${measure} is ${ours[measure]} here and ${value} there`);
    }
  }
  const golds = new Set(cases.map(({ name }) => name)).size;
  console.log(
    `${golds} golds, ${cases.length} graphs, ${figures} figures: ${apart} differ from score.py (limit 0.0000005)`,
  );
  process.exitCode = apart > 0 ? 1 : 0;
}

function listGolds(places) {
  return places
    .flatMap((place) => readdirSync(place, { recursive: true }).map((name) => join(place, name)))
    .filter((path) => /(?:^|[/.])(?:gold|\d{3})\.json$/.test(path) && statSync(path).isFile())
    .sort();
}

/** A graph that says what the gold says, in the frame of a graph of the same thread. */
function toGraph(gold, file) {
  const posts = gold.posts.filter(({ chrome }) => !chrome);
  const claims = [];
  const cite = (lines) =>
    lines.slice(0, 4).map((line) => {
      claims.push({
        ...file.claims[0],
        post: posts[0].id,
        id: `q${claims.length}`,
        firstLine: line,
        lastLine: line,
        proposition: '-',
      });
      return claims.at(-1).id;
    });
  const place = ({ first_line, last_line }) => ({ start: 0, end: 1, firstLine: first_line, lastLine: last_line });
  const open = ({ sides }) => sides.some(({ author }) => author === '?' || author === null);
  return {
    ...file,
    posts: posts
      .filter(({ duplicate_of }) => !duplicate_of)
      .map((post) => ({
        ...file.posts[0],
        id: post.id,
        speaker: post.author ?? '-',
        replyTo: post.reply_to,
        source: place(post),
        copies: posts.filter(({ duplicate_of }) => duplicate_of === post.id).map(place),
      })),
    cruxes: gold.cruxes
      .filter((crux) => !open(crux))
      .map(({ sides }) => ({
        sides: sides.map(({ author, lines }) => ({ speaker: author, claims: cite(lines) })),
        moves: [],
      })),
    unanswered: gold.cruxes.filter(open).map(({ lines }) => ({ claims: cite(lines) })),
    agreements: gold.agreements.map(({ authors, lines }) => ({ speakers: authors, claims: cite(lines), moves: [] })),
    claims: [...claims],
    moves: [],
    relations: [],
    propositions: [],
  };
}

/** The graph with parts lost, moved, doubled, swapped or given to somebody else. */
function damage(graph, lines, random) {
  const pick = (items) => items[Math.floor(random() * items.length)];
  const often = (share) => random() < share;
  const keep = (items) => items.filter(() => !often(0.1));
  const shuffle = (items) =>
    items
      .map((item) => [random(), item])
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  const shift = (line) => Math.min(lines, Math.max(1, line + Math.floor(random() * 5) - 2));
  const move = (place) => {
    if (!place?.firstLine || !often(0.15)) return place;
    const firstLine = shift(place.firstLine);
    return { ...place, firstLine, lastLine: Math.max(firstLine, shift(place.lastLine)) };
  };
  const speakers = graph.posts.map(({ speaker }) => speaker);
  const claims = graph.claims.map(move);
  const ids = claims.map(({ id }) => id);
  const cited = (list) => (ids.length > 0 && often(0.3) ? [...keep(list), pick(ids)] : list);
  const side = (each) => ({ ...each, speaker: often(0.1) ? pick(speakers) : each.speaker, claims: cited(each.claims) });
  const posts = graph.posts.map((post) => ({
    ...post,
    source: often(0.1) ? null : move(post.source),
    copies: keep(post.copies).map(move),
    speaker: often(0.1) ? pick(speakers) : post.speaker,
    replyTo: often(0.1) ? pick(graph.posts).id : post.replyTo,
  }));
  return {
    ...graph,
    posts: posts.some(({ source }) => source) ? posts : graph.posts,
    claims,
    moves: graph.moves.map(move),
    cruxes: shuffle(keep(graph.cruxes)).map((crux) => ({ ...crux, sides: keep(crux.sides).map(side) })),
    agreements: keep(graph.agreements).map((each) => ({ ...each, claims: cited(each.claims) })),
    unanswered: keep(graph.unanswered).map((each) => ({ ...each, claims: cited(each.claims) })),
  };
}
