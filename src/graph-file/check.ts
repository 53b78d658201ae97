import type { GraphFile } from './schema.ts';

/** Broken invariants of a graph file, in words, first found first; empty for a sound file (graph-file.md, last paragraph). */
export function checkGraphFile(file: GraphFile): string[] {
  const broken: string[] = [];
  const say = (ok: boolean, text: () => string) => {
    if (!ok && broken.length < 20) broken.push(text());
  };
  const ids = (items: readonly { readonly id: string }[], what: string) => {
    const set = new Set<string>();
    for (const { id } of items) {
      say(!set.has(id), () => `${what} ${id} stands twice`);
      set.add(id);
    }
    return set;
  };
  const speakers = ids(file.speakers, 'speaker');
  ids(file.posts, 'post');
  const posts = new Map(file.posts.map((post) => [post.id, post]));
  ids(file.claims, 'claim');
  const claims = new Map(file.claims.map((claim) => [claim.id, claim]));
  const propositions = ids(file.propositions, 'proposition');
  const relations = ids(file.relations, 'relation');
  const moves = new Map(file.moves.map((move) => [move.id, move]));
  ids(file.moves, 'move');
  const issues = ids(file.issues, 'issue');
  const refers = (id: string | null, where: { has(id: string): boolean }, text: string) =>
    say(id === null || where.has(id), () => `${text} refers to ${id}, which is not in the file`);

  const ownWords = (what: string, words: { post: string; start: number; end: number }, mayQuote: boolean) => {
    const post = posts.get(words.post);
    refers(words.post, posts, what);
    if (!post) return;
    say(words.start < words.end && words.end <= post.text.length, () => `${what} lies outside post ${post.id}`);
    if (mayQuote) return;
    const hit = post.quotes.find((quote) => quote.start < words.end && words.start < quote.end);
    say(!hit, () => `${what} lies in words that post ${post.id} only quotes`);
  };

  for (const post of file.posts) {
    refers(post.speaker, speakers, `post ${post.id}`);
    refers(post.replyTo, posts, `post ${post.id}`);
    for (const quote of post.quotes) {
      say(quote.start < quote.end && quote.end <= post.text.length, () => `a quote lies outside post ${post.id}`);
      if (!quote.of) continue;
      const origin = posts.get(quote.of.post);
      refers(quote.of.post, posts, `a quote in post ${post.id}`);
      if (origin) say(quote.of.end <= origin.text.length, () => `a quote in ${post.id} points outside ${origin.id}`);
    }
  }
  for (const claim of file.claims) {
    const post = posts.get(claim.post);
    ownWords(`claim ${claim.id}`, claim, claim.stance === 'reported');
    refers(claim.proposition, propositions, `claim ${claim.id}`);
    if (!post) continue;
    say(post.speaker === claim.speaker, () => `claim ${claim.id} is not by the speaker of post ${post.id}`);
    say(
      post.text.slice(claim.start, claim.end) === claim.text,
      () => `claim ${claim.id} is not verbatim in post ${post.id}`,
    );
  }
  for (const proposition of file.propositions) {
    for (const id of proposition.claims) refers(id, claims, `proposition ${proposition.id}`);
    for (const view of proposition.views) {
      const claim = claims.get(view.claim);
      refers(view.claim, claims, `a view in proposition ${proposition.id}`);
      if (claim)
        say(claim.speaker === view.speaker, () => `a view in proposition ${proposition.id} cites another speaker`);
    }
  }
  for (const relation of file.relations) {
    refers(relation.from, propositions, `relation ${relation.id}`);
    refers(relation.to, relation.type === 'undercuts' ? relations : propositions, `relation ${relation.id}`);
    for (const words of relation.statedBy) ownWords(`relation ${relation.id}`, words, false);
  }
  const targets = { has: (id: string) => posts.has(id) || claims.has(id) || relations.has(id) || propositions.has(id) };
  for (const move of file.moves) {
    ownWords(`move ${move.id}`, move, move.type === 'restate');
    refers(move.target, targets, `move ${move.id}`);
  }
  for (const issue of file.issues) refers(issue.proposition, propositions, `issue ${issue.id}`);

  const voices = new Set(file.posts.map((post) => post.speaker));
  if (voices.size < 2)
    say(file.cruxes.length + file.agreements.length === 0, () => 'a thread of one voice has cruxes or agreements');
  for (const crux of file.cruxes) {
    refers(crux.issue, issues, `crux ${crux.id}`);
    refers(crux.item, { has: (id) => propositions.has(id) || relations.has(id) }, `crux ${crux.id}`);
    say(new Set(crux.sides.map((side) => side.speaker)).size >= 2, () => `crux ${crux.id} has fewer than two speakers`);
    for (const side of crux.sides) {
      for (const id of side.claims) {
        refers(id, claims, `crux ${crux.id}`);
        say(claims.get(id)?.speaker === side.speaker, () => `crux ${crux.id} quotes a claim of another speaker`);
      }
    }
    for (const id of crux.moves) refers(id, moves, `crux ${crux.id}`);
  }
  for (const agreement of file.agreements) {
    refers(agreement.proposition, propositions, `agreement ${agreement.id}`);
    say(new Set(agreement.speakers).size >= 2, () => `agreement ${agreement.id} names fewer than two speakers`);
    for (const id of agreement.claims) refers(id, claims, `agreement ${agreement.id}`);
    for (const id of agreement.moves) refers(id, moves, `agreement ${agreement.id}`);
  }
  for (const open of file.unanswered) {
    refers(open.proposition, propositions, `unanswered ${open.id}`);
    for (const id of open.claims)
      say(claims.get(id)?.speaker === open.by, () => `unanswered ${open.id} quotes a claim of another speaker`);
  }
  return broken;
}
