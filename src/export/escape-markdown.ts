const SIGNS = /[\\`*_[\]<>#|~&$%^{}]|={2,}/g;
const ITEM = /^(\s*)([-+=]|\d{1,9}[.)])(?=\s|$)/;

/** Words of one line as Markdown text: nothing in them becomes markup, a link, HTML, a comment or a list. */
export function escapeMarkdown(text: string): string {
  const escaped = text.replace(SIGNS, (signs) => signs.replace(/./g, '\\$&'));
  return escaped.replace(ITEM, (_, space: string, mark: string) => {
    return `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`;
  });
}
