// The web's main program and the doors that Next bundles are one process: what they share is global.
const kept = globalThis as { assistchatDrains?: boolean };

/**
 * Whether this process is about to stop. A web still serves, and asks proxies to send their requests elsewhere; jobs of
 * bots end at the next good moment and leave the rest to others.
 */
export const drain = {
  begin: (): void => {
    kept.assistchatDrains = true;
  },
  hasBegun: (): boolean => kept.assistchatDrains === true,
};
