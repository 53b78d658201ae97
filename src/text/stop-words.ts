/** English words too common to tell what a text is about, in folded form ("don't" is "dont"). */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are arent as at be because been before being below between
  both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each either else even ever
  few for from further get gets getting got had hadnt has hasnt have havent having he hed hell her here heres hers
  herself hes him himself his how however i id if ill im in into is isnt it itd itll its itself ive just let lets like
  may maybe me might more most much must my myself neither no nor not now of off on once one only or other others ought
  our ours ourselves out over own perhaps quite rather really same shall she shes should shouldnt since so some
  something such than that thats the their theirs them themselves then there theres these they theyd theyll theyre
  theyve thing things this those though through thus to too under until up upon us very was wasnt we wed well were
  werent weve what whatever whats when where whether which while who whom whos whose why will with within without wont
  would wouldnt yes yet you youd youll your youre yours yourself youve`.split(/\s+/u),
);
