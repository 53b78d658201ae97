const BYTES_PER_TOKEN = 4;
const LEAST_TOKENS = 1024;
const WINDOW_STEP = 256;

/**
 * Whether a server that counted `read` tokens of a prompt must have cut it: it read less than half of what the prompt is
 * worth at four bytes a token, or clearly less and a round number as context windows are (Ollama fills its window and drops
 * the rest without a word). Short prompts are never judged: they fit, and their counts vary most.
 */
export function wasCut(read: number, prompt: string): boolean {
  const expected = Buffer.byteLength(prompt) / BYTES_PER_TOKEN;
  if (expected < LEAST_TOKENS || read === 0) return false;
  return read < expected / 2 || (read < expected * 0.9 && read % WINDOW_STEP === 0);
}
