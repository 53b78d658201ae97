import { describe, expect, it } from 'vitest';
import { readByRules } from '../../helpers/read-by-rules.ts';

const between = (said: string) =>
  `Ann: The ferry should keep running in winter because the clinic is across the water.\n\nBob: ${said}\n\nAnn: Go on then.`;
const typesOf = async (said: string) => {
  const { judgements, thread } = await readByRules(between(said));
  const [, bob] = thread.posts;
  return judgements.moves.filter(({ post }) => post === bob!.id).map(({ type }) => type);
};

describe('the embedded reader hears a move', () => {
  it.each([
    ['I agree that the clinic matters more than the money does.', 'agree'],
    ["You're right that the clinic is hard to reach by road.", 'agree'],
    ['I agree that the clinic matters, but the boat is empty most days.', 'partial'],
    ['I agree that the clinic matters to people. But the boat is empty most days.', 'partial'],
    ['Granted, the road is long and the bus is rare in winter.', 'concede'],
    ['I would support the winter boat if the county paid for half of it.', 'cond_agree'],
    ["I disagree, the winter boat is a waste of the town's money.", 'disagree'],
    ['Why do you assume that the clinic will still be there in ten years?', 'undercut'],
    ['So you want to keep a boat running that nobody takes?', 'restate'],
    ['I never said that the clinic should be closed in winter.', 'correct'],
    ['I now think the winter boat pays for itself in some years.', 'update'],
    ["I'd bet three to one that the boat is gone within five years.", 'bet'],
    ['By running I mean at least four crossings on every weekday.', 'define'],
    ['Setting the money aside, the boat is older than its captain.', 'scope'],
    ['It all comes down to whether the clinic stays where it is.', 'crux'],
    ['What would change my mind is a figure for the empty crossings.', 'crux'],
    ['Whether the clinic stays where it is seems load-bearing to me here.', 'crux'],
    ['Show me that thirty people a day take it and I will vote for it.', 'crux'],
    ['Thanks for laying this out so clearly, it helps a great deal.', 'meta'],
  ])('in "%s": %s', async (said, type) => {
    expect(await typesOf(said)).toContain(type);
  });

  it.each([
    ["I don't agree that the clinic matters more than the money.", 'agree'],
    ["We'll have to agree to disagree about the clinic, I fear.", 'agree'],
    ['Do you agree that the clinic matters more than the money?', 'agree'],
    ["Perhaps you're right about the clinic, perhaps you are not.", 'agree'],
    ['These are small points and not the crux of the matter at all.', 'crux'],
    ['The clinic is a load-bearing part of your whole position here.', 'crux'],
    ["I wouldn't take a bet on the clinic either way, frankly.", 'bet'],
    ['If that changed my mind I would have told you long ago now.', 'update'],
  ])('but not in "%s": %s', async (said, type) => {
    expect(await typesOf(said)).not.toContain(type);
  });

  it('never in quoted words', async () => {
    const { judgements } = await readByRules(
      'Ann: I agree that the boat should run all winter long.\n\nBob:\n\n> I agree that the boat should run all winter long.\n\nThat costs too much for us.\n\nAnn: Then raise the fares a little.',
    );
    expect(judgements.moves.filter(({ type }) => type === 'agree').map(({ post }) => post)).toEqual(['p1']);
  });
});

describe('what an agreement is aimed at', () => {
  it('is the claim that is quoted right before it', async () => {
    const { judgements, claim } = await readByRules(
      'Ann: The boat should run all winter. The fares may double for all I care.\n\nBob:\n\n> The fares may double for all I care.\n\nI agree, fares are far too low at present.\n\nAnn: Settled.',
    );
    const agree = judgements.moves.find(({ type }) => type === 'agree');
    expect(claim(agree!.target!)).toBe('Ann: The fares may double for all I care.');
  });

  it('is nothing where the words do not say what is agreed', async () => {
    const { judgements } = await readByRules(between('I totally agree with that.'));
    expect(judgements.moves.find(({ type }) => type === 'agree')?.target).toBeNull();
  });

  it('is the post, not a guessed claim, where no claim of it is like enough', async () => {
    const { judgements } = await readByRules(between('I agree that fares on the mountain railway are far too low.'));
    expect(judgements.moves.find(({ type }) => type === 'agree')?.target).toBe('p1');
  });
});
