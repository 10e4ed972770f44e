import { globSync } from "node:fs";
import { firstLoadBytes } from "@/tests/support/first-load";
import { type Room, roomsOf } from "@/tests/support/screens";
import { signIn } from "@/tests/support/signing-in";
import { test as base, expect } from "./fixtures";
import { expectFlawlessInBothThemes } from "./flawless";

const test = base.extend<object, { rooms: Room[] }>({
  rooms: [
    async ({ foundHouse }, use) => {
      await use(foundHouse ? await roomsOf(foundHouse) : []);
    },
    { scope: "worker" },
  ],
});

const rooms = ["door", "studio", "desk", "suspended", "second step"];

function roomAt(rooms: Room[], index: number): Room {
  const room = rooms[index];
  if (!room) throw new Error(`There is no room ${index}.`);
  return room;
}

test("every page of the house is among the screens", async ({ rooms }) => {
  const paths = rooms
    .flatMap(({ screens }) => Object.values(screens))
    .map((address) => new URL(address, "http://a").pathname);
  const pages = globSync("app/**/page.tsx").map(addressesOf);
  expect(pages.length).toBeGreaterThan(50);
  expect(pages.filter((page) => !paths.some((path) => page.test(path)))).toEqual([]);
});

/** "app/(auth)/sign-in/page.tsx" and the like as the addresses that lead there. */
function addressesOf(file: string): RegExp {
  const steps = file
    .split("/")
    .slice(1, -1)
    .filter((step) => !step.startsWith("("));
  return new RegExp(`^/${steps.map((step) => (step.startsWith("[") ? "[^/]+" : step)).join("/")}$`);
}

/** KB of script, gzipped, that a screen may bring along; Next's own are 135. */
const most: Record<string, number> = { front: 150, show: 150, episode: 150, "sign-in": 160 };
const mostElsewhere = 280;

for (const [index, name] of rooms.entries()) {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ])
    test.describe(`at ${viewport.width} px`, () => {
      // A page that is not there is asked for as well.
      test.use({ viewport, expectedErrors: [/status of 404/] });

      test(`every screen of the ${name} is accessible in both themes, and nothing sticks out of it`, async ({
        page,
        rooms,
      }) => {
        test.slow();
        const { as, at, screens } = roomAt(rooms, index);
        if (as) await signIn(page, as, at);
        for (const [screen, address] of Object.entries(screens)) {
          await page.goto(address);
          await expect(page.locator("[aria-busy=true]"), screen).toHaveCount(0);
          await expectFlawlessInBothThemes(page, screen);
        }
      });
    });

  test.describe("as it is first loaded", () => {
    test.use({ expectedErrors: [/status of 404/] });

    test(`no screen of the ${name} brings more script than it may`, async ({ page, rooms }) => {
      test.slow();
      const { as, at, screens } = roomAt(rooms, index);
      if (as) await signIn(page, as, at);
      for (const [screen, address] of Object.entries(screens)) {
        const bytes = await firstLoadBytes(page, address);
        expect(bytes, screen).toBeGreaterThan(0);
        expect(bytes, screen).toBeLessThanOrEqual((most[screen] ?? mostElsewhere) * 1000);
      }
    });
  });
}
