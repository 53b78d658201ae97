/** Two views part only beyond this gap on the −1..1 scale: below it they differ in confidence, not in kind. */
export const MIN_GAP = 0.3;
/** A view nearer to 0 than this is undecided; .5 (hedged) is a view, 0 (unsure) is none. */
export const UNDECIDED = 0.3;
/** A swap that closes less than a tenth of the gap is noise: forecasting studies found good cruxes to close about a twentieth. */
export const MIN_CLOSURE = 0.1;
/** From here on a closure reads as negative when shown with two digits: the swap backfires. */
export const BACKFIRE = -0.005;
/** A claim is a mere waypoint when one of its reasons closes this share of the gap on the claim itself. */
export const WAYPOINT_SHARE = 0.8;
/** A crux set is large enough once both sides would close this share of the gap. */
export const CRUX_SET_SHARE = 0.9;
/** More than four things to settle is no answer to "what would settle it". */
export const CRUX_SET_SIZE = 4;
/** Steps of the midpoint rule for origins: shares then sum to 1 within .001 on smooth networks. */
export const ORIGIN_STEPS = 64;
/** Where kinks leave a larger remainder than this, the steps are doubled, up to the limit below. */
export const ORIGIN_TOLERANCE = 5e-4;
/** Doubling stops here: a remainder that survives 4,096 steps is arithmetic, not integration. */
export const MAX_ORIGIN_STEPS = 4096;
/** … or here, in steps times claims: about half a second. */
export const MAX_ORIGIN_WORK = 1_500_000;
/** Origins below half a percent are left out of the file. */
export const MIN_ORIGIN = 0.005;
/** Share of the gap that no stated reason explains (or that stated reasons overshoot) from which it is worth saying. */
export const UNTRACED_SHARE = 0.3;
/** Conviction beyond the reasons, in nats: 1.1 is odds of 3 to 1. */
export const CONVICTION_NATS = 1.1;
/** Conviction is remarkable only where it makes up more than this part of the stated strength. */
export const CONVICTION_SHARE = 0.5;
/** An undercutter held at .8 (a plain assertion) cuts the inference off entirely. */
export const FULL_UNDERCUT = 0.8;
/** A pair that makes this share of the answering turns is the discussion; otherwise people are grouped into camps. */
export const PAIR_SHARE = 0.6;
/** More pairs than this cannot be shown, and their number grows with the square of the speakers. */
export const MAX_PAIRS = 10;
/** From this view on a speaker belongs to the camp for (or, negated, against) a claim: a fifth is more than a shrug. */
export const CAMP_VIEW = 0.2;
/** A camp is divided where a minority of at least this share of its stated views has the other sign. */
export const DIVIDED_MINORITY = 1 / 3;
/** A claim that divides a camp explains the fork between camps only half. */
export const DIVIDED_FACTOR = 0.5;
/** Shared ground needs views of at least this strength on both sides. */
export const SHARED_VIEW = 0.3;
/** Below this pull (change of the root per change of the claim) a shared claim carries nothing. */
export const MIN_PULL = 0.01;
/** TF-IDF cosine from which two shared claims are listed as one cluster. */
export const CLUSTER_SIMILARITY = 0.5;
/** Share of the gap that must vanish when a word is split into its senses for the dispute to be about the word. */
export const VERBAL_SHARE = 0.5;
/** Beyond this many claims a first-order estimate picks which ones are swapped exactly. */
export const PREFILTER_CLAIMS = 5000;
/** How many claims the estimate lets through: hundreds of times more than anyone reads. */
export const PREFILTER_KEEP = 2000;
/** Reruns behind an uncertainty band: enough for stable tenth and ninetieth percentiles. */
export const BAND_RUNS = 200;
/** Standard deviation of a stated view in a rerun: about half the step from "hedged" to "asserted". */
export const BAND_STANCE_SD = 0.12;
/** Standard deviation of the log of a weight in a rerun: a weight may well be off by half. */
export const BAND_WEIGHT_SD = 0.4;
/** Percentiles of an 80% band. */
export const BAND_RANGE = [0.1, 0.9] as const;
/** Fixed seed, so that bands are the same on every machine. */
export const BAND_SEED = 0x5eed;
/** Damping of the centrality walk: the usual .85 of PageRank. */
export const DAMPING = 0.85;
/** Rounds of the centrality walk: .85^60 is below .0001, less than any difference that ranks. */
export const CENTRALITY_ROUNDS = 60;
/** Contentions are listed without a figure, so only as many as can be read as a list. */
export const MAX_CONTENTIONS = 10;
/** Open points marked by words alone, or by one voice: a list, not an inventory. */
export const MAX_OPEN = 10;
/** What a lone voice puts up for an answer: the few that a reader would answer first. */
export const MOST_CALLS = 6;
