import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { dropTags, isTameHtml } from './html-guard.ts';
import { type HtmlText, startWriting, type Writer } from './post-writer.ts';

const PARTS = new Set('blockquote p div ul ol li hr h1 h2 h3 h4 h5 h6 table tr dl dd'.split(' '));
const SILENT = new Set(['script', 'style', 'template', 'head', 'title']);
const parser = unified().use(rehypeParse, { fragment: true });

/**
 * The HTML of a post as text with light Markdown marks: a paragraph per `<p>`, `*` around italics, links as their address;
 * preformatted text becomes code, `<blockquote>` and lines that start with `>` quotes. HTML too wild to be a post is
 * taken as its bare text. Linear.
 */
export function htmlToPost(html: string): HtmlText {
  const writer = startWriting();
  if (!html.includes('<') && !html.includes('&')) writer.add(html);
  else write(parser.parse(isTameHtml(html) ? html : dropTags(html)), writer, false);
  return writer.finish();
}

/** Recursion is safe here: `isTameHtml` bounds the depth. */
function write(node: Nodes, writer: Writer, quoted: boolean): void {
  if (node.type === 'text') writer.add(node.value);
  else if (node.type === 'root') writeAll(node.children, writer, quoted);
  else if (node.type === 'element' && !SILENT.has(node.tagName)) writeElement(node, writer, quoted);
}

function writeElement(node: Element, writer: Writer, quoted: boolean): void {
  const name = node.tagName;
  if (name === 'br') writer.add('\n');
  else if (name === 'a') writer.add(linkText(node));
  else if (name === 'pre') {
    writer.endParagraph(quoted);
    writer.addCode(plainText(node));
  } else if (name === 'i' || name === 'em') {
    writer.openItalic();
    writeAll(node.children, writer, quoted);
    writer.closeItalic();
  } else if (PARTS.has(name)) {
    const inside = quoted || name === 'blockquote';
    writer.endParagraph(quoted);
    writeAll(node.children, writer, inside);
    writer.endParagraph(inside);
  } else writeAll(node.children, writer, quoted);
}

function writeAll(nodes: readonly Nodes[], writer: Writer, quoted: boolean): void {
  for (const node of nodes) write(node, writer, quoted);
}

/** A link's address where its label is only the address, cut or not; otherwise a Markdown link. */
function linkText(link: Element): string {
  const label = plainText(link).trim();
  const href = typeof link.properties['href'] === 'string' ? link.properties['href'] : '';
  if (href === '') return label;
  const stem = label.replace(/(?:\.\.\.|…)$/, '');
  return href.replace(/^https?:\/\//, '').startsWith(stem.replace(/^https?:\/\//, '')) ? href : `[${label}](${href})`;
}

function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
