/** One cell that says something else than is meant, with what the other checks are to take it for. */
import type { Target } from '../../../model/target.ts';
import type { Found, Reviewed } from '../rules/rule.ts';

export interface Slip {
  /** Null where the readers told it already. */
  readonly found: Found | null;
  /** Whether the target has it. */
  readonly concerns: (target: Target) => boolean;
  /** The target as it is most likely meant, so that no check tells the same mistake again; null for one that is none. */
  readonly meant: (target: Target) => Target | null;
}

/** `targets` are those of `reviewed` after the slips found before. */
export type SlipFinder = (targets: readonly Target[], reviewed: Reviewed) => Slip[];
