import { config } from 'zod';

// Imported before any schema: zod would try `new Function` to see whether it may compile its parsers. Our policy forbids
// that, so each try would only be a violation in the log.
config({ jitless: true });
