import { expect, it, vi } from "vitest";
import { putAnnouncementAway } from "@/lib/web/announcement";
import { giveTicket, presentTicket } from "@/lib/web/second-step-cookie";
import { giveCookie } from "@/lib/web/session";
import { appUrl } from "@/tests/support/app-url";
import { useDatabase } from "@/tests/support/database";

useDatabase();

type Given = { name: string; value: string; options: Record<string, unknown> };
const given: Given[] = [];
vi.mock("next/headers", () => ({
  cookies: async () => ({
    set: (name: string, value: string, options: Given["options"]) => void given.push({ name, value, options }),
    get: (name: string) => given.findLast((cookie) => cookie.name === name),
  }),
}));

it("cookies go over https alone and to this host alone where the house is on https", async () => {
  appUrl("https://pod.example.org");
  expect(await cookiesOf()).toMatchObject([
    { name: "__Host-longwave.session", options: { secure: true, httpOnly: true, path: "/", sameSite: "lax" } },
    { name: "__Host-longwave.step", options: { secure: true, httpOnly: true, path: "/", sameSite: "strict" } },
    { name: "announcement", options: { secure: true, httpOnly: true } },
  ]);
  // A name that begins with __Host- is refused by browsers when a domain comes with it.
  for (const { options } of given) expect(options).not.toHaveProperty("domain");
});

it("on plain http they are given as a browser there keeps them: neither Secure nor __Host-", async () => {
  appUrl("http://192.168.1.20:3000");
  expect(await cookiesOf()).toMatchObject([
    { name: "longwave.session", options: { secure: false, httpOnly: true, path: "/", sameSite: "lax" } },
    { name: "longwave.step", options: { secure: false, httpOnly: true, path: "/", sameSite: "strict" } },
    { name: "announcement", options: { secure: false, httpOnly: true } },
  ]);
});

it("a cookie that was given on plain http is not taken once the house is on https", async () => {
  appUrl("http://192.168.1.20:3000");
  await cookiesOf();
  expect(await presentTicket()).toBe("a ticket");
  appUrl("https://pod.example.org");
  expect(await presentTicket()).toBeNull();
});

async function cookiesOf(): Promise<Given[]> {
  given.length = 0;
  await giveCookie("0198c0de-0000-7000-8000-000000000000");
  await giveTicket("a ticket");
  await putAnnouncementAway("an announcement");
  return given;
}
