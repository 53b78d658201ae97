/** The measures in the order in which they are shown, with what each says; all lie in 0..1. */
export const MEASURES = {
  post_f1: 'posts that start at the right line (F1)',
  copy_f1: 'lines of later captures tied to the line that they repeat (F1)',
  author: 'speakers over lines (B-cubed F1)',
  reply: 'replies whose parent is right',
  'crux_r@3': 'gold cruxes among the first three',
  'crux_p@3': 'of the first three, share that are gold cruxes',
  'crux_r@5': 'gold cruxes among the first five',
  'crux_p@5': 'of the first five, share that are gold cruxes',
  'crux_r@10': 'gold cruxes among the first ten',
  'crux_p@10': 'of the first ten, share that are gold cruxes',
  'stated_r@5': 'cruxes that a participant declares, among the first five',
  open_r: 'one-sided gold cruxes among the unanswered points',
  agr_r: 'gold agreements found',
  agr_p: 'agreements found that are gold agreements',
  claim_p: 'claims that are gold claims (overlap of a half)',
  claim_r: 'gold claims found (overlap of a half)',
  claim_f1: 'harmonic mean of the two',
  relation_p: 'relations that are gold relations of the same type',
  relation_r: 'gold relations found with their type',
  relation_f1: 'harmonic mean of the two',
  link_f1: 'the same, whatever the type',
  move_p: 'answering moves that are gold moves',
  move_r: 'gold moves found',
  move_f1: 'harmonic mean of the two',
  aimed_f1: 'the same, aimed at the right post',
  stance_f1: 'agree, disagree or neutral, over replies and their parents (macro-F1)',
} as const;

export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];

/** A figure for each measure; null where a thread or its gold has nothing to measure. */
export type Figures = Readonly<Record<Measure, number | null>>;
