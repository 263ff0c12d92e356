/** How long a client may leave what it is told without a word that it has it, before people are called, ms. */
export const CLIENT_PATIENCE_MS = 600_000;
