import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/text/index.ts';

/** A bar stands where a cut is expected; what is between braces is left out of every sentence. */
function check(marked: string): void {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split('|')) {
    const [margin, body] = part.startsWith('{') ? part.slice(1).split('}') : ['', part];
    const from = text.length + margin!.length;
    text += margin! + body!;
    const start = from + body!.length - body!.trimStart().length;
    spans.push({ start, end: start + body!.trim().length });
  }
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  expect(splitSentences(text)).toEqual(spans);
}

const CASES: Record<string, readonly string[]> = {
  'cuts plain sentences': [
    'Scaling will slow down.| Data runs out first.| Who pays then?',
    'Really?!| Yes!!!| I mean it.',
    'One sentence without an end',
    'Spaces   differ.|\u00a0\u00a0So what?|\tTabs too.',
  ],
  'keeps abbreviations that lean on what follows': [
    'I asked Dr. Okafor about it.| She disagreed.',
    'Mr. and Mrs. Hale met Prof. Lind vs. Gen. Grant.| Nobody won.',
    'Some tasks, e.g. Go and chess, are solved.| Others, i.e. Nethack, are not.',
    'Compare this with cf. Marsh.| Then decide.',
    'See Fig. 3 and Eq. 12 on pp. 40-42 of Vol. II.| They agree.',
    'It took approx. 40 runs, resp. 30.| That is few.',
    'W.r.t. Python this is fine.| Also w.r.t. cost.',
    'The treaty of Jan. 5 was signed.| It failed by Dec. 2.',
    'We need ca. 10 people.| Or fewer.',
  ],
  'lets some abbreviations end a sentence': [
    'Bring data, proofs, etc. to the call.| Bring pens, etc.| Then we start.',
    'Olsen et al. claim it.| So did Price et al. (2019) and Kim et al. [4].| Everyone cites Olsen et al.| Nobody reads them.',
    'They moved to the U.S. in May.| He left the U.S.| The others stayed.',
    'The U.S. Senate and the U.K. Parliament met.| Nothing followed.',
    'Call me at 9 a.m. or 5 p.m. today.| I sleep until 9 a.m.| Then I work.',
    'Acme Inc. sells it.| So does Bolt Ltd.| Prices fell.',
    'She has a Ph.D. in logic.| He has a Ph.D.| They argue.',
    'We walked along St. James St.| It rained in St. Louis.',
    'Is the answer no?| No.| It is not No. 5 either.| Give me a sec.| Done.',
  ],
  'tells initials from names of things': [
    'John F. Kennedy said so.| J. R. R. Tolkien did not.| J. Smith was silent.',
    'My crux is X.| Your crux is Y.| Mine moved.',
    'I prefer plan B.| However, Option A.| Robust training is the rest.',
    'So do I.| Nobody else does.',
    'If p then q.| We have p.| So q.',
    'Take vitamin D.| It helps.',
    'Let f map A to B.| and then stop.',
  ],
  'leaves addresses, numbers and code whole': [
    'See https://example.org/a?b=1.2&c=d!x for it.| Then http://example.com/faq?| Yes.',
    'It costs 3.5 or 1,000.25 dollars.| Not 4.',
    'Version v1.2.3 works.| In 2.0 it broke.| In 2019.| 40% agreed.',
    'Use `a ? b : c. D` here.| And `x. Y` there.',
    'We use Node.js and .NET here.| Mail a.b@example.org for details.',
    'Open page.php?Id=3 or fs.Stats or Node.Buffer first.| Then close.',
    'Run foo.py!| Then example.com.| Then stop.',
    'It weighs 5.| Then 6.',
  ],
  'attaches footnote marks to the sentence that they close': [
    'This is true.[1]| This is not.[12]| Or is it?[a]| Yes.',
    'Proven.[^2]| Next one.[[3]](#fn3)| Last one.',
    'Old text.\u00b9\u00b2| New text.\u2020| End.',
    'Known fact.[citation needed]| Another one.',
    'Known fact. [1]| Another one. [2] [3]| End.',
    'A lost space.[1]|This happens.',
    'On the same page,[1] I think so.| Yes.',
  ],
  'keeps short quotations and brackets inside their sentence': [
    'She asked "Is it so? Why?" and left.| He stayed.',
    'The question "What would change your mind?" is good.| Use it.',
    'He wrote \u201cI agree. You do too.\u201d in reply.| Then he left.',
    '"Is it true?" she asked.| "It is," he said.',
    '"I agree.| You do not."| He left.',
    'I think so (correct me if I am wrong!) and move on.| Fine.',
    'It works (I tried it. It ran twice. Then it broke.) for now.| Good.',
    '(This is an aside.| It has two parts.)| Back to the point.',
    'He said "No."| She said "Yes."| They parted.',
    'Is it (?) or is it not (!) so.| Maybe [...] Perhaps.',
    '\u00abC\u2019est vrai?\u00bb asked Marie.| Oui.',
    'He calls it \u2018a win. A real one.\u2019 and laughs.| I do not.',
    'Why not (really?).| Because.',
    'Many (etc.) agree.| Some (e.g. Ann) do not.',
  ],
  'reads an ellipsis by what follows': [
    'Well... maybe not.| I doubt it...| You should too.',
    'It depends\u2026 on much.| It ends\u2026| Now.',
    'He paused . . . and went on.| Good.',
    '...and another thing.| It fails.',
    'As you say, "... it fails ..." here.| Right.',
  ],
  'starts sentences in lower case': [
    'I like it.| iPhone users do too.| gpt-4 agrees.',
    'i think so.| also you do.| ok?| ok!',
    'This is the thing.| evhub wrote about it.',
    'Weigh 5 lbs. of it in the approx. incl. sense.| fine.',
  ],
  'reads dashes and other signs': [
    'He left \u2014 why? \u2014 and came back.| Good.',
    'Is it so?\u2014he asked.| Yes.',
    'Pro: cheap.| - Fast.',
    'It costs.| $5 is much.| @ann knows.| #3 too.',
    'Two ways: 1. Ask them.| 2. Test them.| 3. Wait.',
    'There are 2.| I saw both.',
  ],
  'keeps emoji and smileys with what they comment': [
    'Good point! \u{1f600}| Still no.',
    'Good point. :)| But I doubt it. ;-) \u{1f44d}\u{1f3fd}| End.',
    'Good point.\u{1f600} It ends.',
  ],
  'sees through emphasis': [
    '**This is so.**| *That is not.*| __Why?__| Because.',
    'I *really* agree.| _Dr._ Who is here.',
    '*why?* is the question.| Yes.',
  ],
  'cuts at a lost space only before a word that starts sentences': [
    'You agree.|But you should not.| Is it so?|I doubt it.',
    'You said "no."|The end.',
  ],
  'reads other scripts': [
    '\u6211\u540c\u610f\u3002|\u4f60\u5462\uff1f|\u4e0d\u77e5\u9053\u3002',
    '\u042f \u0437\u0430.| \u041f\u043e\u0447\u0435\u043c\u0443?| \u0422\u0430\u043a.',
    '\u00bfPor qu\u00e9?| \u00a1Porque s\u00ed!| \u00c9l lo sabe.',
  ],
  'cuts at blank lines, list items, headings and quote marks': [
    'First point\n\n|second point\n\n\n|Third',
    'A sentence that was\nwrapped by hand.| Next one\nends here.',
    'Reasons:\n|{- }it is cheap\n|{- }it is fast.| It is small.\n|{* }it is new',
    '{1. }First claim.| More.\n|{2) }Second claim\n|{(3) }Third\n|{a) }Fourth',
    '{# }Why it fails\n|It is old.\n|{### }Then\n|It ends',
    '{> }He said this\n> and that.|{\n> }Then more.\n\n|I disagree.',
    '{> }quoted\n|own words',
    '{> > }deeper\n|{> }quoted',
    'Before|{\n\n---\n\n}After',
    'Windows lines.\r\n|{- }End here.\r\n\r\n|Next',
    '{\u2022 }a bullet\n|{\u2022 }another',
    'J. Smith is here.\n|{- }J. Smith is not.',
  ],
  'reads the prose of ordinary threads': [
    'I met Sen. Warren and Rep. Lee on Jan. 6, 2021.| They were tired.',
    'The model (Brown et al., 2020) is old.| GPT-4 is not.',
    "This costs ~$3.5M.| That's less than 0.1% of GDP.",
    "Do you believe P(doom) > 0.5?| I don't.| My number is ~.2 or so.",
    `"Why would it scheme?" is a good question.| I'd answer: it wouldn't.`,
    'He asked: "Would you bet?"| I said yes.',
    "It's a win-win, right...?| Wrong.",
    'I agree with A.| B is another story.',
    'See sec. 4.2 for proofs.| The appendix has more.',
    'cf. Hanson vs. Yudkowsky.| Both wrote a lot.',
    'Is this about Moloch?!?| Sure.',
    '(I may be wrong.)| But I doubt it.',
    'I think that (a) it is slow, (b) it is costly.| Hence (c).',
    'That is what Eliezer says.[3]| Others (e.g. Paul) differ.[4][5]| Fine.',
    'Wait -- what?| You changed your mind?',
    'So, P vs. NP.| Nobody knows.',
    'Read the docs at docs.python.org.| They are good.',
    'My email is bob@x.com.| Write me.',
    "He works at OpenAI Inc. and Google DeepMind.| I don't.",
    'It happened at 3 p.m. on Tuesday.| Nobody saw it.',
    'The E.U. and the U.N. disagree.| What now?',
    'George W. Bush and J.D. Vance met.| Nothing came of it.',
    'C. S. Lewis wrote it.| Tolkien read it.',
    `That's the point of "alignment."| We can't skip it.`,
    '“Capabilities” vs. “alignment.”| Those are the terms.',
    "I'd say yes!| (But only just.)| And you?",
    'Hmm.| Ok.| lol.',
    'Use i.e., not e.g., there.| Please.',
    'He said so on p. 12.| I checked.',
    "So what's x?| x is 5.| y is 6.",
    'We need >50% of the votes!| Do we?',
    'The paper is titled "Is Power-Seeking AI an Existential Risk?" and it is long.',
    'Have you read Superintelligence?| Ch. 8 is relevant.',
    'Yes, Virginia.| There is a Santa.',
    'It was written by Scott A. in 2014.| Old stuff.',
    "Alice: I agree.| Bob: I don't.",
    'This is false: see https://www.lesswrong.com/posts/abc/def.| Also https://x.com/a/b.',
    'What about **risk**?| What about *reward*?',
    '*Sigh.*| I give up.',
    'The AI says "no" — why? — and stops.| Odd.',
    'If A then B.| Therefore, not-B implies not-A.',
    'He got 5 vs. 6 votes.| No. 7 abstained.',
    'The S.E.C. fined them.| The F.B.I. did not.',
    'He has a B.A., an M.S., and a Ph.D.| Impressive!',
    "e/acc is wrong.| d/acc isn't.",
    'Updated 12.05.2024.| See below.',
    'OP is wrong.| IMO.| YMMV.',
    "I don't buy it. ;)| You might.",
    'There are three reasons: (1) Cost.| (2) Time.| (3) Trust.',
    '{1) }He is right.| 2) She is not.',
    "Let's see...| First, the data.",
    'tbh i disagree.| imo it is slower.',
    'Oh no!! :(| Well.',
    "It's over. …| Really.",
  ],
};

for (const [name, cases] of Object.entries(CASES)) {
  describe(name, () => {
    test.each(cases)('%s', check);
  });
}

test('takes the newline after a line too long to be wrapped as meant, unless small letters follow', () => {
  const long = `${'very '.repeat(25)}long line`;
  check(`${long}\n|Next line`);
  check(`${long}\nnext line`);
});

test('cuts inside quotations too long to be read as one sentence', () => {
  const quotation = 'This goes on and on and on. '.repeat(20);
  expect(splitSentences(`He wrote "${quotation.trim()}" and left.`).length).toBe(20);
});

test('finds nothing in an empty or blank text', () => {
  expect(splitSentences('')).toEqual([]);
  expect(splitSentences(' \n\t\u00a0\n> \n')).toEqual([]);
});
