import { describe, expect, it } from 'vitest';
import { offersToYield, withoutPromise } from '../../../src/readers/rules/yield-cues.ts';

describe('an offer to give way', () => {
  it.each([
    ['if you get the query there with an index, i close the change myself.'],
    ["show me one ticket that was ever closed and i'll shut up"],
    ["let badge holders drive in and you have my vote and my daughter's."],
    ["if it's no busier than it was then i'm wrong, and i'll say so on here."],
    ["should it come out that all of them are kilograms, i'll withdraw item 4."],
    ["with singleflight by default i've got no complaint"],
    ['if the cheats are planners then my box is theatre and you may bin it with my blessing.'],
    ['the day they publish the minutes i take it all back.'],
    ["unless somebody signs for it, it's a no from support"],
  ])('is heard in “%s”', (plain) => {
    expect(offersToYield(plain, null)).toBe(true);
  });

  it.each([
    ["if you have time i'd love to see the pictures."],
    ["if i had to guess i'd say they were sown in january."],
    ["it's not busier, even if i say so myself."],
    ["if it rains we'll move it into the hall."],
    ["he said he'd withdraw it if the price came down."],
    ["if the library has it i'm in either way."],
    ['correct me if i am wrong, but i give up on this page.'],
    ["i'll carry the chairs."],
    ['if you are just saying that winters are cold, then i think i agree.'],
  ])('is not heard in “%s”', (plain) => {
    expect(offersToYield(plain, null)).toBe(false);
  });

  it('may stand in two sentences, the condition first', () => {
    const before = 'find me a single street where such a shop was still trading.';
    expect(offersToYield("then i'll carry the bollards out there myself.", before)).toBe(true);
    expect(offersToYield("then i'll carry the bollards out there myself.", 'it was a cold day.')).toBe(false);
  });

  it('is about its condition, not about what is promised', () => {
    expect(withoutPromise("let badge holders drive in and you have my vote and my daughter's.")).not.toContain('vote');
    expect(withoutPromise('let badge holders drive in and you have my vote.')).toContain('badge holders drive in');
  });
});
