import { PREFILTER_CLAIMS, PREFILTER_KEEP } from '../constants.ts';
import { type Dispute, viewsOf } from './closure.ts';
import { pullsOn } from './gradients.ts';
import type { Item } from './suppose.ts';
import { type ItemScore, scoreItem } from './verdict.ts';

/** Everything two sides could swap: claims that either stated (the root apart), links and undercuts that they weigh differently. */
export function itemsOf(dispute: Dispute): readonly Item[] {
  const { network, root, beliefs } = dispute;
  const items: Item[] = [];
  const spoken = (claim: number) => beliefs.some(({ mind }) => !Number.isNaN(mind.stated[claim]!));
  for (let index = 0; index < network.size; index++)
    if (index !== root && spoken(index)) items.push({ kind: 'claim', index });
  const differs = (item: Item) => {
    const [first, second] = viewsOf(dispute, item);
    return first !== second;
  };
  network.links.forEach((_, index) => {
    if (differs({ kind: 'link', index })) items.push({ kind: 'link', index });
  });
  network.undercuts.forEach((_, index) => {
    if (differs({ kind: 'undercut', index })) items.push({ kind: 'undercut', index });
  });
  return items;
}

/** Keeps the items with the largest first-order closures; the estimate orders well but is far off in size. */
function prefilter(dispute: Dispute, items: readonly Item[]): readonly Item[] {
  const [first, second] = dispute.beliefs.map((belief) => pullsOn(dispute.network, belief, dispute.root));
  const estimate = (item: Item) => {
    if (item.kind === 'undercut') return 0;
    const [mine, yours] = viewsOf(dispute, item);
    const [here, there] = item.kind === 'claim' ? [first!.claims, second!.claims] : [first!.links, second!.links];
    return Math.max(Math.abs(here[item.index]!), Math.abs(there[item.index]!)) * Math.abs(yours - mine);
  };
  const sized = items.map((item, index) => ({ item, index, size: estimate(item) }));
  sized.sort((a, b) => b.size - a.size || a.index - b.index);
  return sized.slice(0, PREFILTER_KEEP).map(({ item }) => item);
}

/** Scores of all items of a dispute, exact for networks of any usual size. */
export function scoreItems(dispute: Dispute): readonly ItemScore[] {
  const items = itemsOf(dispute);
  const chosen = dispute.network.size > PREFILTER_CLAIMS ? prefilter(dispute, items) : items;
  return chosen.map((item) => scoreItem(dispute, item));
}
