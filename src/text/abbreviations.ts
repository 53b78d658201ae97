const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Abbreviations that always lean on what follows, whatever its case. */
export const NEVER_FINAL = list(`mr mrs dr prof messrs rev hon sgt capt lt cmdr vs cf eg ie e.g i.e viz resp approx ca
  n.b a.k.a w.r.t i.a`);

/** Titles, but only with a capital: "Gen. Grant" against "the third gen. Now". */
export const TITLES = list('Ms Gen Sen Rep Gov Col Maj Pres Adm Sr Fr Mme Mlle Mt Ft');

/** Abbreviations that lean on a number: "No. 5" against "No. It is not". */
export const BEFORE_NUMBER = list(`no nos p pp fig figs sec secs ch eq eqs vol art ver v c n app ex def thm lem prop cor
  ref refs nr ln ll tab par pt jan feb mar apr jun jul aug sep sept oct nov dec`);

/** Abbreviations that end a sentence when a capital follows. */
export const SOMETIMES_FINAL =
  list(`etc inc ltd co corp jr bros al dept univ assn st ave blvd rd esp incl excl est ed eds
  trans misc min max avg temp gov ibid op anon orig pl sing cit a.m p.m b.c a.d c.e b.c.e
  ph.d b.a m.a b.s m.s m.d`);

/** Of those, the ones inside names, where only a word that starts sentences shows the end: "St. Louis". */
export const INSIDE_NAMES = list('jr st dept univ');

/** Words before a lone capital that make it a label and not an initial: "Option B. Robust" against "John F. Kennedy". */
export const LABELS =
  list(`option plan type class group case vitamin appendix section part figure table model theory team
  hypothesis answer claim premise scenario point step level world column row grade side camp party person speaker player
  agent variant version`);

/** Words that, with a capital, hardly continue a name and so start a sentence. */
export const STARTERS =
  list(`a an the this that these those there here it its it's he she they we you i i'm i've i'd i'll
  my your his her their our and but or nor so yet if when while since because although though unless until after before
  in on at as by for from with without of to what why how who which where whether is are was were do does did can could
  should would will may might must not no yes however therefore thus hence moreover furthermore instead indeed perhaps
  maybe also then now once some many most all any each every both one another such even still only just please let
  suppose consider given first second third finally otherwise meanwhile nevertheless nonetheless besides that's there's
  what's he's she's they're we're you're don't isn't doesn't`);
