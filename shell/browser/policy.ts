import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Debian's Chromium reads every JSON file of this folder; only root may write there. */
export const POLICY_DIR = '/etc/chromium/policies/managed';

const policySchema = z.looseObject({ URLBlocklist: z.array(z.string()), URLAllowlist: z.array(z.string()) });
export type ChromiumPolicy = z.infer<typeof policySchema>;

/**
 * The managed policy of `file`, for a screen at `origin` (`http://127.0.0.1:PORT`) and its start page (absolute path).
 * Throws where the file is not what we ship: that is a broken package, not a condition to live with.
 */
export function chromiumPolicy(file: string, origin: string, startPage: string): ChromiumPolicy {
  const policy = policySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { ...policy, URLAllowlist: [origin, pathToFileURL(startPage).href] };
}
