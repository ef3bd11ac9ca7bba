/** An update cannot be handled until its provider answers: no fault of its own, so it is no try of it, and its lane waits. */
export class NotNow extends Error {}
