import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

type Service = { image?: string; build?: unknown; healthcheck?: unknown; environment?: Record<string, string> };

const read = (file: string): string => readFileSync(file, "utf8");
const compose = read("docker-compose.yml");
const { services } = parse(compose, { merge: true, strict: true }) as { services: Record<string, Service> };

describe("docker-compose.yml", () => {
  it("is app, worker, PostgreSQL, an S3 server, a mail catcher and, on wish, HTTPS", () => {
    expect(Object.keys(services)).toEqual(["app", "worker", "postgres", "minio", "mail", "caddy"]);
  });

  it("gives app and worker the same settings, each one that the house knows", () => {
    const known = [...read("lib/platform/env.ts").matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name);
    const given = Object.keys(services.app?.environment ?? {});
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
    expect(services.worker?.environment).toEqual(services.app?.environment);
  });

  it("looks after the health of each service, by itself or in its image", () => {
    const inImage = { app: "Dockerfile", minio: "deploy/minio.Dockerfile" };
    const unwatched = Object.keys(services).filter((name) => !services[name]?.healthcheck);
    expect(unwatched).toEqual(Object.keys(inImage));
    for (const file of Object.values(inImage)) expect(read(file)).toMatch(/^HEALTHCHECK /m);
  });

  it("pins what it does not build", () => {
    const pulled = Object.values(services).filter(({ build }) => !build);
    for (const { image } of pulled) expect(image).toMatch(/:v?\d/);
  });

  it("refuses to start without its secrets, and the example names each", () => {
    const wanted = new Set([...compose.matchAll(/\$\{([A-Z0-9_]+)(:\?)?/g)].map(([, name]) => name));
    const required = new Set([...compose.matchAll(/\$\{([A-Z0-9_]+):\?/g)].map(([, name]) => name));
    const example = [...read("deploy/compose.env.example").matchAll(/^([A-Z0-9_]+)=(.*)$/gm)];
    expect(example.map(([, name]) => name).sort()).toEqual([...wanted].sort());
    expect(example.filter(([, name]) => required.has(name)).map(([, , value]) => value)).toEqual(["", "", ""]);
  });
});

describe("the images", () => {
  it("build the MinIO that the tests run against", () => {
    const version = /v0\.0\.0-\d{14}-[0-9a-f]{12}/;
    const built = version.exec(read("deploy/minio.Dockerfile"))?.[0];
    expect(built).toBeDefined();
    expect(version.exec(read("tests/support/minio-binary.ts"))?.[0]).toBe(built);
  });

  it.each(["Dockerfile", "deploy/minio.Dockerfile"])("of %s do not run as root", (file) => {
    const last =
      read(file)
        .split(/^FROM /m)
        .at(-1) ?? "";
    expect(/^USER (\S+)/m.exec(last)?.[1]).toMatch(/^(?!root)[a-z]+$/);
  });

  it("leave secrets and what this machine made out of the build", () => {
    const ignored = read(".dockerignore").split("\n");
    for (const path of [".env", ".env.*", ".longwave", "**/node_modules", ".next", ".git"])
      expect(ignored).toContain(path);
  });
});
