export type HealthStatus = "ok" | "degraded" | "down";

/** How one part of the product fares; `detail` says it in words without anything secret. */
export type HealthCheck = { status: HealthStatus; detail?: string };

export type HealthReport = {
  status: HealthStatus;
  checks: Record<"database" | "migrations" | "bots" | "queue" | "storage" | "model", HealthCheck>;
};
