/** The receipt printer as the device host sees it. */
export { findRate } from './driver/find-rate.ts';
export { openReceiptPrinter } from './driver/open-receipt-printer.ts';
export type { DriverLog, PrinterPorts, PrintRequest, ReceiptPrinter } from './driver/ports.ts';
