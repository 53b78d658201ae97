import { describe, expect, it } from 'vitest';
import { type CallGate, callGate, type Place } from '../../src/io/chat/call-gate.ts';
import { UNTRIED } from '../../src/io/chat/capabilities.ts';
import { endure } from '../../src/io/chat/endure.ts';
import { METERS, type Meter } from '../helpers/rate-meters.ts';
import { type VirtualTime, virtualTime } from '../helpers/virtual-time.ts';

const GO_ON = new AbortController().signal;
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Lets calls in without leaving; `places` are those who are inside. */
function crowd(gate: CallGate, calls: number, signal = GO_ON) {
  const places: Place[] = [];
  const refused: unknown[] = [];
  for (let call = 0; call < calls; call += 1)
    gate.enter(signal, false).then(
      (place) => places.push(place),
      (reason) => refused.push(reason),
    );
  return { places, refused };
}

describe('the gate', () => {
  it('lets eight calls in to begin with, or fewer where fewer are allowed', async () => {
    for (const [most, inside] of [
      [16, 8],
      [3, 3],
      [1, 1],
    ] as const) {
      const time = virtualTime();
      const { places } = crowd(callGate(most, time), 20);
      await time.run(time.sleep(5000, GO_ON));
      expect(places.length).toBe(inside);
    }
  });

  it('allows one more with each answer that comes in good time, up to the most', async () => {
    const time = virtualTime();
    const { places } = crowd(callGate(10, time), 40);
    await time.run(time.sleep(1000, GO_ON));
    for (const place of places.splice(0)) place.leave(true);
    await time.run(time.sleep(1000, GO_ON));
    expect(places.length).toBe(10);
  });

  it('allows no more where answers only just came, and fewer where they came too late', async () => {
    const time = virtualTime();
    const { places } = crowd(callGate(16, time), 40);
    await time.run(time.sleep(1000, GO_ON));
    for (const place of places.splice(0)) place.leave(false);
    await time.run(time.sleep(1000, GO_ON));
    expect(places.length).toBe(8);
    for (const place of places.splice(0, 5)) place.late();
    await time.run(time.sleep(1000, GO_ON));
    expect(places.length).toBe(3);
  });

  it('lets a call that was refused in before those who have not been in yet', async () => {
    const time = virtualTime();
    const gate = callGate(1, time);
    const order: string[] = [];
    const first = await time.run(gate.enter(GO_ON, false));
    void gate.enter(GO_ON, false).then(() => order.push('new'));
    void gate.enter(GO_ON, true).then((place) => {
      order.push('refused before');
      place.leave(true);
    });
    first.leave(true);
    await time.run(time.sleep(5000, GO_ON));
    expect(order).toEqual(['refused before', 'new']);
  });

  it('lets nobody in while it is closed', async () => {
    const time = virtualTime();
    const gate = callGate(8, time);
    gate.closeUntil(30_000);
    const { places } = crowd(gate, 2);
    await time.run(time.sleep(29_999, GO_ON));
    expect(places.length).toBe(0);
    await time.run(time.sleep(100, GO_ON));
    expect(places.length).toBe(2);
  });

  it('turns those who wait away when they are called off, and goes on with the others', async () => {
    const time = virtualTime();
    const gate = callGate(1, time);
    const stop = new AbortController();
    const inside = await time.run(gate.enter(GO_ON, false));
    const off = crowd(gate, 3, stop.signal);
    const on = crowd(gate, 1);
    stop.abort('enough');
    await settle();
    expect(off.refused).toEqual(['enough', 'enough', 'enough']);
    inside.leave(true);
    await time.run(time.sleep(1000, GO_ON));
    expect(on.places.length).toBe(1);
  });
});

/** Twenty threads' worth of calls, each answered after a second, against a meter; gives the share of the allowance that was used. */
async function useOf(time: VirtualTime, meter: Meter, allowed: number, retryAfter: number | null): Promise<number> {
  const gate = callGate(16, time);
  const closed = { until: Number.NEGATIVE_INFINITY };
  const usage = null;
  const refusal = { ok: false, kind: 'rate-limit', detail: '', retryable: true, usage } as const;
  const ask = () =>
    endure({
      clock: time,
      gate,
      deadline: 120_000,
      patience: 600_000,
      signal: GO_ON,
      closed,
      retries: 4,
      capabilities: () => UNTRIED,
      learn: () => undefined,
      attempt: async () => {
        // Calls are not on their way for equally long.
        await time.sleep(1 + time.random() * 2, GO_ON);
        if (!meter(time.now()))
          return { outcome: { failure: refusal, next: 'later', wait: retryAfter, refusal: null }, sent: [] };
        await time.sleep(1000, GO_ON);
        const served = { model: null, fingerprint: null, finish: null, field: 'content' } as const;
        return { outcome: { reply: { ok: true, text: '', usage, served }, reasoning: 0 }, sent: [] };
      },
    });
  let answered = 0;
  const threads = Array.from({ length: 20 }, async () => {
    for (const calls of [12, 6, 2, 1]) {
      const replies = await Promise.all(Array.from({ length: calls }, ask));
      answered += replies.filter(({ ok }) => ok).length;
    }
  });
  await time.run(Promise.all(threads));
  expect(answered).toBe(20 * 21);
  return answered / allowed / (time.now() / 1000);
}

describe('the rate', () => {
  const cases = Object.entries(METERS).flatMap(([name, meter]) => [
    [name, '1 s', meter, 1000] as const,
    [name, 'nothing', meter, null] as const,
  ]);

  it.each(cases)(
    'uses 90 %% of ten calls a second counted by %s, where the server says %s',
    async (_, __, meter, wait) => {
      expect(await useOf(virtualTime(), meter(10), 10, wait)).toBeGreaterThan(0.9);
    },
  );

  it('gets through where the server allows one call a second', async () => {
    const meter = METERS['a sliding window']!(1);
    expect(await useOf(virtualTime(), meter, 1, 1000)).toBeGreaterThan(0.8);
  });
});
