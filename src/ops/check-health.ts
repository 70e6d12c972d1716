/** The container's health check: exits 0 when the health page of this machine says that all is up. */
import { readConfig } from "../config.js";
import { HEALTH_PATH } from "./web-server.js";

const TIMEOUT_MS = 2_000;

try {
  const { port } = readConfig();
  const response = await fetch(`http://127.0.0.1:${port}${HEALTH_PATH}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
