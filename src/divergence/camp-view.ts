import { fromLogOdds, toLogOdds } from './belief/log-odds.ts';
import { DIVIDED_MINORITY } from './constants.ts';
import type { Standing } from './standing.ts';

const statedBy = (standing: Standing, proposition: string, members: readonly string[]) =>
  members.flatMap((speaker) => standing.view(proposition, speaker)?.value ?? []);

/** View of a speaker or camp: the mean log-odds of the members who stated one; null where none did. */
export function viewOfParty(standing: Standing, proposition: string, members: readonly string[]): number | null {
  const values = statedBy(standing, proposition, members);
  if (values.length < 2) return values[0] ?? null;
  return fromLogOdds(values.reduce((sum, value) => sum + toLogOdds(value), 0) / values.length);
}

/** Whether a camp is divided on a proposition: at least a third of its signed views have the other sign. */
export function isDivided(standing: Standing, proposition: string, members: readonly string[]): boolean {
  const values = statedBy(standing, proposition, members);
  const pro = values.filter((value) => value > 0).length;
  const con = values.filter((value) => value < 0).length;
  return pro + con > 0 && Math.min(pro, con) / (pro + con) >= DIVIDED_MINORITY;
}
