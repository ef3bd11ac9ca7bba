/**
 * How Node runs a part. By itself V8 lets each thread's young generation grow to 48 MB; with semi-spaces of 4 MB the load
 * of docs/operations.md needs 90 MB less in web and 130 MB less in bots, and is answered no slower.
 */
export const NODE_FLAGS = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=4"];
