import type { Notice } from '../errors/index.ts';
import type { Claim, Post } from '../graph-file/index.ts';
import { claimRows, fieldRows, headingRows, moveRows } from './detail-lines.ts';
import { toRows } from './lay-out.ts';
import { propositionRuns } from './propositions.ts';
import type { Row } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';
import { postHead } from './source.ts';

/** A claim in full, with the other claims on the same proposition and what speaks for and against it. */
export function claimDetail(scene: Scene, claim: Claim): readonly Row[] {
  const { analysis } = scene;
  const members = analysis.propositions.get(claim.proposition)?.claims ?? [];
  const others = members.flatMap((id) => (id === claim.id ? [] : (analysis.claims.get(id) ?? [])));
  const reasons = analysis.file.relations.filter(
    ({ to, from }) => to === claim.proposition || from === claim.proposition,
  );
  return [
    ...claimRows(scene, claim),
    ...(others.length > 0 ? headingRows(scene, 'ALSO SAID ON THIS') : []),
    ...others.flatMap((other) => claimRows(scene, other)),
    ...(reasons.length > 0 ? headingRows(scene, 'RELATIONS') : []),
    ...reasons.flatMap(({ type, from, to }) => {
      const outgoing = from === claim.proposition;
      const name = outgoing ? type : `${type} it`;
      return fieldRows(
        scene,
        name,
        outgoing && type === 'undercuts' ? [run(scene.say(to), 'dim')] : propositionRuns(scene, outgoing ? to : from),
      );
    }),
  ];
}

/** A post's claims and moves. */
export function postDetail(scene: Scene, post: Post): readonly Row[] {
  const { file } = scene.analysis;
  const claims = file.claims.filter((claim) => claim.post === post.id);
  const moves = file.moves.filter((move) => move.post === post.id && move.type !== 'assert');
  return [
    ...toRows(postHead(scene, post), null),
    ...(claims.length > 0 ? headingRows(scene, 'CLAIMS') : []),
    ...claims.flatMap((claim) => claimRows(scene, claim)),
    ...(moves.length > 0 ? headingRows(scene, 'MOVES') : []),
    ...moves.flatMap((move) => moveRows(scene, move)),
  ];
}

/** A notice in full. */
export function noticeDetail(scene: Scene, { rule, post, text }: Notice): readonly Row[] {
  const found = post === null ? undefined : scene.analysis.posts.get(post);
  return [
    ...fieldRows(scene, 'notice', [run(scene.say(text))]),
    ...fieldRows(scene, 'rule', [run(scene.say(rule))]),
    ...toRows(found ? postHead(scene, found) : [], found ? { kind: 'post', id: found.id } : null),
  ];
}
