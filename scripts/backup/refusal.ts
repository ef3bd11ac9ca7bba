/** A backup or a restore that cannot go on; its message is the line for the person who asked for it. */
export class Refusal extends Error {}
