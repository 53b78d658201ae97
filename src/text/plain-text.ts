/** Markdown as one line for display: no emphasis or code marks, links as their words, no quote marks, single spaces. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^[ \t]{0,8}(?:>[ \t]?){1,32}/gmu, '')
    .replace(/!?\[([^\][\n]{0,1000})\]\([^()\n]{0,2000}\)/gu, '$1')
    .replace(/\*{1,3}|~~|`+/gu, '')
    .replace(/(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
