/** Troubles of a managers' group in which nothing written there reaches us any more. */
export const lostGroupCodes = ["group_gone", "bot_kicked"] as const;
