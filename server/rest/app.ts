import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { refuseCrossSite } from "@/server/auth/refuse-cross-site";
import { failure, toFailure } from "@/server/rest/failure";
import { chatRoutes } from "@/server/rest/routes/chat";
import { demoRoutes } from "@/server/rest/routes/demo";
import { exportRoutes } from "@/server/rest/routes/exports";
import { fileRoutes } from "@/server/rest/routes/files";
import { healthRoutes } from "@/server/rest/routes/health";
import { importRoutes } from "@/server/rest/routes/imports";
import { metricsRoutes } from "@/server/rest/routes/metrics";
import { qrRoutes } from "@/server/rest/routes/qr";
import { simulatorRoutes } from "@/server/rest/routes/simulator";
import { telegramRoutes } from "@/server/rest/routes/telegram";
import { v1Routes } from "@/server/rest/routes/v1/app";
import { botRoutes } from "@/server/rest/routes/v1/bot";

const largestBody = 64 * 1024;

/** Every HTTP door that is neither tRPC nor next-auth. Failures are `{error: {code, message}}`. */
export const rest = new OpenAPIHono();

const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: (c) => failure(c, 413, "too_large", "The body is larger than 64 KB."),
});
/** A file of 20 MB in base64, as the simulator's page sends it. */
const limitSimulator = bodyLimit({
  maxSize: 28 * 1024 * 1024,
  onError: (c) => failure(c, 413, "too_large", "The file is larger than 20 MB."),
});
/** Doors that take more have limits of their own. */
const ownLimit = ["/api/files", "/api/imports/", "/api/qr", "/api/simulator/", "/api/telegram/", "/api/v1/"];
/** A logo of 2 MB in base64. */
const limitQr = bodyLimit({
  maxSize: 3 * 1024 * 1024,
  onError: (c) => failure(c, 413, "qr_logo_too_large", "The logo is larger than 2 MB."),
});
rest.use((c, next) => {
  refuseCrossSite(c.req.raw);
  return next();
});
rest.use("/api/simulator/*", limitSimulator);
rest.use("/api/qr", limitQr);
rest.use("/api/qr/*", limitQr);
rest.use((c, next) => (ownLimit.some((path) => c.req.path.startsWith(path)) ? next() : limitBody(c, next)));
rest.onError(toFailure);
rest.notFound((c) => failure(c, 404, "not_found", "There is nothing at this address."));

// Addresses of the older platform: /api/bot/start, /api/bot/stop.
rest.route("/api/bot", botRoutes);
rest.route("/api/chat", chatRoutes);
rest.route("/api/demo", demoRoutes);
rest.route("/api/exports", exportRoutes);
rest.route("/api/files", fileRoutes);
rest.route("/api/health", healthRoutes);
rest.route("/api/imports", importRoutes);
rest.route("/api/qr", qrRoutes);
rest.route("/api/simulator", simulatorRoutes);
rest.route("/api/telegram", telegramRoutes);
rest.route("/api/v1", v1Routes);
rest.route("/metrics", metricsRoutes);
