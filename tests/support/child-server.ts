import { onTestFinished } from "vitest";
import { type Child, startChild } from "./child";
import { freePort } from "./free-port";

/** The house on the production build, up until the running test is over. */
export async function startServer(
  settings: Record<string, string>,
  program = "server.ts",
): Promise<{ server: Child; url: string }> {
  const port = await freePort();
  const server = startChild(program, { PORT: String(port), ...settings });
  onTestFinished(async () => {
    server.process.kill("SIGTERM");
    await server.ended();
  });
  await server.said(/Longwave is at/);
  return { server, url: `http://localhost:${port}` };
}
