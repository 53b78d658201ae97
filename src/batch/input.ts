/** A file that a batch was pointed at. */
export interface BatchInput {
  /** Where it is read, as the command line leads there. */
  readonly path: string;
  /** Its name below the folder that it was found under, parts by `/`; what results and index call it. */
  readonly file: string;
  /** Whether the command line names it: such a file fails where one that was merely found is passed over. */
  readonly named: boolean;
  /** Hash of its bytes, hex; null where they could not be had. */
  readonly sha256: string | null;
  readonly bytes: number;
  /** Why it is not to be opened at all (a device, a huge file of another kind), as the end of a sentence; null for a usual file. */
  readonly refused: string | null;
  /** The input (its `file`) that is the very same file, reached by another way; null if this is the first way. */
  readonly sameAs: string | null;
}
