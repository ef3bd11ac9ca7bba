import { setFlagsFromString } from "node:v8";

/**
 * Has garbage collected once the heap has grown by a quarter over what lives in it. By itself V8 lets it grow to several
 * times that on a machine with much memory, and keeps it.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=25");
}
