import type { RawBlock, RawPost, RawThread } from '../sources/index.ts';
import { fold } from '../text/index.ts';

/** One paragraph of the captured text, with the post that the source puts it in. Offsets are in that post's text. */
export interface CapturedParagraph {
  readonly index: number;
  readonly post: RawPost;
  readonly postIndex: number;
  readonly block: RawBlock;
  readonly text: string;
  readonly folded: string;
  /** Page furniture stands between this paragraph and the one before. */
  readonly afterFurniture: boolean;
}

/** All non-empty paragraphs of a raw thread in order, furniture left out. */
export function listParagraphs(raw: RawThread): CapturedParagraph[] {
  const found: CapturedParagraph[] = [];
  let afterFurniture = false;
  for (const [postIndex, post] of raw.posts.entries()) {
    for (const block of post.blocks) {
      if (block.kind === 'furniture') {
        afterFurniture = true;
        continue;
      }
      const text = post.text.slice(block.start, block.end);
      found.push({ index: found.length, post, postIndex, block, text, folded: fold(text), afterFurniture });
      afterFurniture = false;
    }
  }
  return found;
}
