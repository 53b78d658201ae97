import { describe, expect, it } from 'vitest';
import { readByRules } from '../../helpers/read-by-rules.ts';

describe('a crux that a participant declares', () => {
  it('stands with the words that name it and the answer that quotes them', async () => {
    const { judgements, disputes } = await readByRules(
      [
        'Ann: The winter boat must stay. Our crux is how many people ride it in January.',
        '',
        'Bob:',
        '',
        '> Our crux is how many people ride it in January.',
        '',
        'Hardly anybody rides it before March. I counted four on a Tuesday.',
        '',
        'Ann: You counted on the wrong day.',
      ].join('\n'),
    );
    expect(judgements.disputes[0]).toMatchObject({ declared: true, setAside: false });
    expect(disputes()[0]).toEqual([
      'Ann: Our crux is how many people ride it in January.',
      'Bob: Hardly anybody rides it before March.',
      'Bob: I counted four on a Tuesday.',
    ]);
  });

  it('is joined, not doubled, by "I agree that this is our crux"', async () => {
    const { judgements, disputes } = await readByRules(
      [
        'Ann: Our crux is whether the winter boat carries enough passengers to pay for its crew.',
        '',
        'Bob: I agree that this is our crux. My view is that the winter boat carries far too few passengers to pay its crew.',
        '',
        'Ann: We will see in spring.',
      ].join('\n'),
    );
    expect(judgements.disputes.filter(({ declared }) => declared)).toHaveLength(1);
    expect(judgements.disputes[0]!.moves).toHaveLength(2);
    expect(disputes()[0]).toContain(
      'Bob: My view is that the winter boat carries far too few passengers to pay its crew.',
    );
  });

  it('has no other side in words that hold no expectation, where the other is said to expect something', async () => {
    const { disputes } = await readByRules(
      [
        'Ann: The winter boat is a boat that sails from November to March on a fixed timetable.',
        '',
        'Bob:',
        '',
        '> The winter boat is a boat that sails from November to March on a fixed timetable.',
        '',
        'Our disagreement is that you expect the winter boat to keep its timetable through the ice.',
        '',
        'Cy: Thanks, both.',
      ].join('\n'),
    );
    expect(disputes()).toEqual([]);
  });

  it('has no other side in a thread where only one voice speaks of it', async () => {
    const { judgements } = await readByRules(
      'Ann: Our crux is how many people ride the boat in January.\n\nBob: Lovely weather.\n\nCy: Quite.\n\nAnn: Bye then.\n\nBob: Bye.\n\nCy: Bye.',
    );
    expect(judgements.disputes).toEqual([]);
  });

  it('is answered by a turn that opens by denying its last words', async () => {
    const { disputes } = await readByRules(
      [
        'The winter boat sails on Tuesdays and the crew is paid by the crossing, which the island has never minded.',
        'What could win me over is one spare crew. I just cannot see the island finding one before January.',
        'Well I can. Three of the old pilots have asked for work this autumn.',
        'Good luck to them then, and mind the ice on the slip.',
      ].join('\n'),
    );
    expect(disputes()[0]).toEqual([
      'A: I just cannot see the island finding one before January.',
      'A: What could win me over is one spare crew.',
      'B: Well I can.',
      'B: Three of the old pilots have asked for work this autumn.',
    ]);
  });

  it('is answered where somebody names it, which also shows that another turn has begun', async () => {
    const { disputes } = await readByRules(
      [
        'The winter boat sails on Tuesdays and the crew is paid by the crossing.',
        "Here is a second snag, and if I'm wrong about it I give up my case: the slip freezes over before the boat is back.",
        'The harbour office keeps a log of the ice, going back to the old pier.',
        'On your second snag: no, the slip has frozen over twice in forty years.',
      ].join('\n'),
    );
    expect(disputes()).toHaveLength(1);
    expect(disputes()[0]!.map((words) => words.slice(0, 1))).toEqual(['A', 'B']);
    expect(disputes()[0]![1]).toBe('B: On your second snag: no, the slip has frozen over twice in forty years.');
  });

  it('gets its other side from who calls it the crux too, not from words that merely stand near it', async () => {
    const { judgements, disputes } = await readByRules(
      [
        'Ann: Our crux is whether the winter boat pays its crew before the ice comes.',
        '',
        "Bob: Yes, I'd sign up to that as the crux: the crew goes unpaid from December on.",
        '',
        'Cy: The winter boat pays its crew in kind.',
      ].join('\n'),
    );
    expect(judgements.disputes.filter(({ declared }) => declared)).toHaveLength(1);
    expect(disputes()[0]).toEqual([
      'Ann: Our crux is whether the winter boat pays its crew before the ice comes.',
      "Bob: Yes, I'd sign up to that as the crux: the crew goes unpaid from December on.",
    ]);
  });

  it('is not heard where somebody only agrees about a case', async () => {
    const { judgements } = await readByRules(
      [
        'Ann: The winter boat must stay, whatever the harbour says.',
        '',
        'Bob: The moment a storm is forecast the boat stays in, and then I am entirely with you on the winter boat.',
      ].join('\n'),
    );
    expect(judgements.moves.filter(({ type }) => type === 'crux')).toEqual([]);
  });

  it('never cites what a speaker only says back', async () => {
    const { disputes } = await readByRules(
      [
        'Ann: It all hinges on whether the winter boat pays for its crew, and I think the winter boat pays for its crew easily.',
        '',
        "Bob: You're saying that the winter boat pays for its crew easily. I think the winter boat loses money for its crew on each crossing.",
        '',
        'Ann: Prove it.',
      ].join('\n'),
    );
    expect(disputes()[0]!.filter((words) => words.startsWith('Bob'))).toEqual([
      'Bob: I think the winter boat loses money for its crew on each crossing.',
    ]);
  });
});

describe('a plain disagreement', () => {
  it('stands against the quoted claim', async () => {
    const { judgements, disputes } = await readByRules(
      'Ann: The new hull cuts the fuel bill by half. It looks good too.\n\nBob:\n\n> The new hull cuts the fuel bill by half.\n\nI doubt that the hull changes the fuel bill at all.\n\nAnn: Wait for the figures.',
    );
    expect(judgements.disputes[0]!.declared).toBe(false);
    expect(disputes()[0]).toEqual([
      'Ann: The new hull cuts the fuel bill by half.',
      'Bob: I doubt that the hull changes the fuel bill at all.',
    ]);
    expect(judgements.relations).toMatchObject([{ type: 'attacks', rule: 'disagrees-with-quote' }]);
  });

  it('that its speaker sets aside is marked so', async () => {
    const { judgements } = await readByRules(
      [
        'Ann: The café on the quay should stay open until ten at night in winter.',
        '',
        'Bob: Other points I disagree with, though they are not the core of our dispute:',
        '',
        'I think the café on the quay should close at six at night in winter.',
        '',
        'Ann: Noted.',
      ].join('\n'),
    );
    expect(judgements.disputes).toMatchObject([{ declared: false, setAside: true }]);
  });

  it('and what is granted in the same breath are aimed by the words between quotation marks, at whoever said them first', async () => {
    const { judgements, disputes, claim } = await readByRules(
      [
        'Ann: I think the toll pays for itself within two winters. I think the ring road can carry every lorry.',
        '',
        'Cy: You say "the ring road can carry every lorry" as if you had counted.',
        '',
        'Bob: I am far less certain than Ann on "the ring road can carry every lorry", but I agree that "the toll pays for itself within two winters", and I think that is enough (though I would count again).',
      ].join('\n'),
    );
    expect(disputes()).toEqual([
      ['Ann: I think the ring road can carry every lorry.', expect.stringMatching(/^Bob: I am far less certain/)],
    ]);
    const agreed = judgements.moves.filter(({ type }) => type === 'agree' || type === 'partial');
    expect(agreed.map(({ type, target }) => [type, claim(target!)])).toEqual([
      ['agree', 'Ann: I think the toll pays for itself within two winters.'],
    ]);
  });

  it.each([
    // The words between quotation marks are a reason, and somebody else's.
    'I disagree with Cy, because Ann rightly says that "the toll pays for itself within two winters".',
    // An agreement that goes further holds nothing back.
    'I agree that "the toll pays for itself within two winters", though I would go further and say one.',
    // What is set against another matter, far from the agreement, is not set against the claim.
    'I partly agree that "the toll pays for itself within two winters", and I think the pond is lovely, although it needs cleaning.',
    // More of the same is no disagreement.
    'I am even more confident than you that "the toll pays for itself within two winters".',
  ])('is not heard in: %s', async (answer) => {
    const { disputes } = await readByRules(
      `Ann: I think the toll pays for itself within two winters.\n\nCy: I think the ring road is full.\n\nBob: ${answer}\n\nAnn: Fine.`,
    );
    expect(disputes()).toEqual([]);
  });

  it('is heard once, with the claim that is doubted, where another is granted in the same sentence', async () => {
    const { disputes } = await readByRules(
      [
        'Ann: I think the toll pays for itself within two winters. I think the ring road can carry every lorry.',
        '',
        'Bob: I agree that "the toll pays for itself within two winters", but I doubt that "the ring road can carry every lorry".',
        '',
        'Ann: Fine.',
      ].join('\n'),
    );
    expect(disputes().map(([target]) => target)).toEqual(['Ann: I think the ring road can carry every lorry.']);
  });

  it('that opens with a no to a question is not with the claim beside the question', async () => {
    const { disputes } = await readByRules(
      'Ann: I think the winter boat should stop sailing. Is the pier still sound?\n\nBob: No, the pier is rotten in three places.\n\nAnn: Oh.',
    );
    expect(disputes()).toEqual([]);
  });

  it('that opens an answer is with the only claim of the post that it answers, and with none of several', async () => {
    const talk = (first: string) =>
      readByRules(`Ann: ${first}\n\nBob: I disagree, the school class needs it every day.\n\nAnn: We shall see.`);
    const one = await talk('I think the winter boat should stop sailing. Thanks for coming, all.');
    expect(one.disputes()).toEqual([
      ['Ann: I think the winter boat should stop sailing.', 'Bob: I disagree, the school class needs it every day.'],
    ]);
    const two = await talk('I think the winter boat should stop sailing. I think the pier should be sold.');
    expect(two.disputes()).toEqual([]);
  });

  it('is what an agreement in part holds back in the same breath, and nothing where it holds back nothing', async () => {
    const talk = (answer: string) =>
      readByRules(
        `Ann: I think the winter boat carries hardly any passengers in January.\n\nBob: ${answer}\n\nAnn: I see what you mean.`,
      );
    const held = await talk(
      'I agree in part that the winter boat carries hardly any passengers in January, although the school class rides it daily.',
    );
    expect(held.disputes()).toEqual([
      [
        'Ann: I think the winter boat carries hardly any passengers in January.',
        'Bob: I agree in part that the winter boat carries hardly any passengers in January, although the school class rides it daily.',
      ],
    ]);
    const whole = await talk('I agree in part that the winter boat carries hardly any passengers in January.');
    expect(whole.disputes()).toEqual([]);
  });

  it('without a known target is only a move', async () => {
    const { judgements, moves } = await readByRules(
      'Ann: The boat is old.\n\nBob: The quay is older.\n\nCy: I disagree with nearly everything here.\n\nAnn: Fine.\n\nBob: Good.\n\nCy: Bye.',
    );
    expect(moves('disagree')).toEqual(['disagree I disagree with nearly everything here.']);
    expect(judgements.disputes).toEqual([]);
  });
});

describe('opposed outlooks', () => {
  const talk = (first: string, second: string) =>
    readByRules(`Ann: ${first}\n\nBob: ${second}\n\nAnn: We shall know in spring.`);

  it('are a point on which an answer deplores what the other welcomes', async () => {
    const { disputes } = await talk(
      'The toll pushes lorries onto the ring road, which I see as a good thing.',
      'I fear that lorries on the ring road will choke the villages.',
    );
    expect(disputes()).toEqual([
      [
        'Ann: The toll pushes lorries onto the ring road, which I see as a good thing.',
        'Bob: I fear that lorries on the ring road will choke the villages.',
      ],
    ]);
  });

  it.each([
    ['I am confident that the toll pays for the ring road.', 'I am also hopeful that the toll pays for the ring road.'],
    [
      'I am confident that the toll pays for the ring road.',
      'Alas, the office that keeps the ring road figures is shut.',
    ],
    [
      'I am confident that the toll pays for the ring road.',
      'I am not worried about the toll on the ring road at all.',
    ],
    [
      'I am much more excited about the ring road than the toll.',
      'I fear that the ring road toll will choke the villages.',
    ],
    [
      'I am confident that the toll pays for the ring road.',
      'I fear the school play will be cancelled by snow tonight.',
    ],
    ['I fear that the toll on the ring road chokes us.', "I don't think the toll on the ring road is a good thing."],
    [
      'I am confident that the toll on the ring road will fail.',
      'I am pessimistic about the toll on the ring road too.',
    ],
    ['I am hopeful that the council will drop the toll.', 'I fear that the council will keep the toll.'],
    ['I am confident that the toll pays for the ring road.', "I'm no longer worried about the ring road toll."],
  ])('need two feelings about one thing: %s / %s', async (first, second) => {
    expect((await talk(first, second)).disputes()).toEqual([]);
  });
});
