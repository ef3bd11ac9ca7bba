/** How a meeting stands, as it was shown: `view` is the data of the button that shows it, `text` what it says of it. */
export type ShownSummary = { meetingId: number; view: string; text: string };

/** How the keys of a summary's edits begin. */
export function summaryPrefix(deliveryKey: string): string {
  return `summary:${deliveryKey}:`;
}
