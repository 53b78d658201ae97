import type { Analysis } from '../analysis/index.ts';
import { serializeGraphFile } from '../graph-file/index.ts';

/** The graph file itself: nothing is lost, and `crux` opens it again. */
export function writeJson({ file }: Analysis): string {
  return serializeGraphFile(file);
}
