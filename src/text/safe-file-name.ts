/** A name that is safe as one part of a path: letters, digits, dots, spaces, `_` and `-`; it never starts with a dot and never is empty. */
export function safeFileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]+|\p{Default_Ignorable_Code_Point}+/gu, '_')
    .replace(/^\.+/, '_');
  return safe || 'thread';
}
