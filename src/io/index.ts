export { type Input, LARGEST_INPUT, readFileInput, readStreamInput } from './read-input.ts';
export { fileIn, writeWhole } from './write-file.ts';
