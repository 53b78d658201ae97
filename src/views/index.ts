export type { Row, RowTarget, Run, Tone } from './row.ts';
