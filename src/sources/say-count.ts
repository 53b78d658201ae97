/** `1 post`, `2 posts`. */
export function sayCount(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
