/** The one IPC channel between the page and the main process, and the name of its end in the page. */
export const CHANNEL = 'minka';
export const WIRE = 'minkaWire';
