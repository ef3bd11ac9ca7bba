import { createContext } from "react";

/** How a member has a recording heard once more; customers have no such thing. */
export type HearAgain = { label: string; isBusy: boolean; hear: (attachmentId: number) => void };

export const HearAgainContext = createContext<HearAgain | null>(null);
