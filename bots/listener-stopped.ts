import type { ResourceErrorCode } from "@/server/domain/resources/set-resource-error";

/** A listener's end with its reason, as the owner is to read it. */
export class ListenerStopped extends Error {
  constructor(
    readonly code: ResourceErrorCode,
    detail: string,
  ) {
    super(detail);
  }
}
