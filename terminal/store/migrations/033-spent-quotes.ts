/** Under which keys a client has asked for a quote to be settled: a new key on one that is settled is told so. */
export const spentQuotes = `
CREATE INDEX client_key_subject ON client_key(client, subject, id) WHERE operation = 'settle';
`;
