import { act, startSearch } from './act.ts';
import { typedText } from './split-keys.ts';
import { type Book, isTooSmall, type State } from './state.ts';

/** The state after some keys, pressed one after the other; keys after the one that quits are lost. */
export function pressKeys(state: State, keys: readonly string[], book: Book): State {
  return keys.reduce((now, key) => (now.wish === 'quit' ? now : pressKey(now, key, book)), state);
}

function pressKey(state: State, key: string, book: Book): State {
  if (isTooSmall(state.size)) return ['q', 'Q', 'esc', 'ctrl+c'].includes(key) ? { ...state, wish: 'quit' } : state;
  return state.typing === null ? act(state, key, book) : typeKey(state, state.typing, key, book);
}

/** Pasted text goes into the search words being typed, and nowhere else. */
export function pasteText(state: State, text: string): State {
  if (state.typing === null) return state;
  return { ...state, typing: state.typing + text.replace(/\p{Cc}+/gu, ' ') };
}

function typeKey(state: State, typing: string, key: string, book: Book): State {
  switch (key) {
    case 'enter':
      return startSearch(state, typing, book);
    case 'esc':
      return { ...state, typing: null };
    case 'ctrl+c':
      return { ...state, wish: 'quit' };
    case 'ctrl+u':
      return { ...state, typing: '' };
    case 'backspace':
      return typing === '' ? { ...state, typing: null } : { ...state, typing: dropLast(typing) };
    default:
      return { ...state, typing: typing + (typedText(key) ?? '') };
  }
}

function dropLast(text: string): string {
  const clusters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  return text.slice(0, clusters.at(-1)?.index ?? 0);
}
