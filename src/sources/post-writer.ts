import type { RawBlock } from './raw-thread.ts';

/** A post's text made from HTML; `italics` are the spans between the `*` marks, in order. */
export interface HtmlText {
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  readonly italics: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the parts of a post in reading order and gives its text with blocks. */
export interface Writer {
  add(text: string): void;
  openItalic(): void;
  closeItalic(): void;
  /** Ends the paragraph, if one is open; `quoted`: all of it is somebody else's. */
  endParagraph(quoted: boolean): void;
  addCode(text: string): void;
  finish(): HtmlText;
}

const QUOTE_WORDS = 4;

export function startWriting(): Writer {
  let text = '';
  let line = '';
  let marks: { start: number; end: number }[] = [];
  let italicFrom: number | null = null;
  let depth = 0;
  const blocks: RawBlock[] = [];
  const italics: { start: number; end: number }[] = [];

  const markItalic = () => {
    if (italicFrom === null) return;
    if (line.slice(italicFrom).trim() === '') line = line.slice(0, italicFrom - 1) + line.slice(italicFrom);
    else {
      const end = line.trimEnd().length;
      line = `${line.slice(0, end)}*${line.slice(end)}`;
      marks.push({ start: italicFrom, end });
    }
    italicFrom = null;
  };
  const startItalic = () => {
    line += '*';
    italicFrom = line.length;
  };
  const place = (part: string): number => {
    text += text === '' ? part : `\n\n${part}`;
    return text.length - part.length;
  };
  const writer: Writer = {
    add(part) {
      line += part;
    },
    openItalic() {
      depth += 1;
      if (depth === 1) startItalic();
    },
    closeItalic() {
      depth -= 1;
      if (depth === 0) markItalic();
    },
    endParagraph(quoted) {
      markItalic();
      const part = line.trim();
      const lead = line.length - line.trimStart().length;
      if (part !== '') {
        const start = place(part);
        for (const mark of marks) italics.push({ start: start + mark.start - lead, end: start + mark.end - lead });
        const kinds = quoted || isItalicQuote(part, marks, lead) ? [wholeQuote(part)] : splitQuotedLines(part);
        for (const block of kinds) blocks.push({ ...block, start: start + block.start, end: start + block.end });
      }
      line = '';
      marks = [];
      if (depth > 0) startItalic();
    },
    addCode(part) {
      const code = part.replace(/^\n+/, '').trimEnd();
      if (code.trim() === '') return;
      const start = place(code);
      blocks.push({ kind: 'code', start, end: start + code.length });
    },
    finish() {
      depth = 0;
      writer.endParagraph(false);
      return { text, blocks, italics };
    },
  };
  return writer;
}

function wholeQuote(part: string): RawBlock {
  return { kind: 'quote', start: 0, end: part.length };
}

/** A paragraph all in italics quotes by convention; a word or two in italics is only stress. */
function isItalicQuote(part: string, marks: readonly { start: number; end: number }[], lead: number): boolean {
  const [mark] = marks;
  if (!mark || marks.length > 1 || mark.start - lead !== 1) return false;
  const inside = part.slice(1, mark.end - lead);
  return /^[\s.!?,:"')]*$/.test(part.slice(mark.end - lead + 1)) && inside.trim().split(/\s+/).length >= QUOTE_WORDS;
}

/** Runs of lines that start with `>` are quotes, the others the author's own; `>=` and `>50%` are comparisons. */
function splitQuotedLines(part: string): RawBlock[] {
  const blocks: { kind: RawBlock['kind']; start: number; end: number }[] = [];
  let from = 0;
  for (const line of part.split('\n')) {
    const words = line.trimEnd();
    const start = from + words.length - words.trimStart().length;
    const end = from + words.length;
    from += line.length + 1;
    if (start === end) continue;
    const kind = /^\s*\*?>(?![=\d.])/.test(line) ? 'quote' : 'paragraph';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.end = end;
    else blocks.push({ kind, start, end });
  }
  return blocks;
}
