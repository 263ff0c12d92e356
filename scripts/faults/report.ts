import type { CampaignResult } from '../../test/faults/pool.ts';

export type CampaignReport = ReturnType<typeof reportOf>;

/** What a campaign is reported as; `failedSeeds` holds the first of them only. */
export function reportOf({ figures, digest, seconds, failed }: CampaignResult) {
  const { seeds, violations, byInvariant, faultsByKind, outcomes, crashes, noFence, desk } = figures;
  const { sent2207, faultsByPoint } = figures;
  return {
    ...{ seeds, violations, schedulesPerSecond: Math.round((10 * seeds) / seconds) / 10, digest },
    ...{ byInvariant, faultsByKind, outcomes, crashes, noFence, desk },
    sent2207: Math.round((1000 * sent2207) / Math.max(1, seeds)) / 1000,
    faultsByPoint,
    failedSeeds: failed.map(({ seed }) => seed),
  };
}
